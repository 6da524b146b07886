"""A show as a film: its frames, decoded again, are those that the stage paints."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from kiosk.author.exporting.encoder import Encoder
from kiosk.author.stills import Studio
from kiosk.cli import INTERRUPTED, main
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Wanted
from kiosk.playback.look import Look, look_in
from kiosk.playback.reel import Reel, one_round
from kiosk.show.model import Show
from kiosk.stage.clock import wall_time
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.stills.camera import Camera
from tests.gallery import GALLERY, opened
from tests.stage.playing import show_in

pytestmark = pytest.mark.usefixtures("app")

Image = NDArray[np.uint8]  # height, width, and red, green and blue
SIZE = (480, 270)
# Of a picture decoded again: colours are rounded to those of video, one for four pixels, and edges
# are coded with loss, so that single pixels may be far off. Levels of 255.
MEAN_LEVELS, GREY_LEVELS, MOST_LEVELS = 2.0, 3.0, 100.0
GREY = np.array([0.2126, 0.7152, 0.0722])
SWATCHES = (
    (0, 0, 0), (255, 255, 255), (128, 128, 128), (255, 0, 0), (0, 255, 0), (0, 0, 255),
    (11, 19, 34), (245, 239, 227), (223, 161, 38), (31, 184, 176), (250, 10, 120),
)  # fmt: skip


def decoded(file: Path) -> Iterator[Image]:
    """The frames of a film as a player shows them."""
    with av.open(str(file)) as film:
        for frame in film.decode(video=0):
            yield frame.reformat(
                format="rgb24",
                src_colorspace=Colorspace.ITU709,
                dst_colorspace=Colorspace.ITU709,
                src_color_range=ColorRange.MPEG,
                dst_color_range=ColorRange.JPEG,
                interpolation=Interpolation.FULL_CHR_H_INT | Interpolation.ACCURATE_RND,
            ).to_ndarray().astype(np.uint8)  # fmt: skip


def image_of(painted: QImage) -> Image:
    """What was painted."""
    rows = np.frombuffer(bytes(painted.constBits()), np.uint8)
    return rows.reshape(painted.height(), painted.width(), 4)[..., 2::-1]


def pixels_of(image: Image) -> memoryview:
    """The image as the stage has it in memory."""
    beside = np.full((*image.shape[:2], 1), 255, np.uint8)
    return memoryview(np.dstack([image[..., ::-1], beside]).tobytes())


class Painted:
    """The frames of a show's reel, each painted for itself."""

    def __init__(self, show: Show, folder: Path, look: Look | None = None) -> None:
        self.studio = Studio.of(show, folder)
        self.composer = Composer(page_size(*SIZE), QtMeasure(self.studio.lines))
        wished = look_in(show, look or Look())

        def entry_of(wanted: Wanted) -> float:
            return self.composer.prepare(show, wanted).entry_s

        reel = one_round(show, wished, wall_time(), entry_of)
        assert reel is not None
        self.reel: Reel = reel

    def at(self, t: float) -> QImage:
        frame = self.composer.frame(*self.reel.at(t))
        return render(frame, SIZE, self.studio.assets, self.studio.lines)


def exported(folder: Path, file: Path, *more: str) -> Path:
    """The show in that folder as a film."""
    size = "x".join(map(str, SIZE))
    assert main(["export", str(folder), str(file), "--size", size, *more]) == 0
    return file


def grey_difference(one: Image, other: Image) -> float:
    """How much the brightness of two images differs, where large differences count most."""
    return float(np.sqrt(((one @ GREY - other @ GREY) ** 2).mean()))


@pytest.mark.parametrize("name", ["bar", "picture", "zoom"])
def test_the_decoded_frames_are_those_that_the_stage_paints(name: str, tmp_path: Path) -> None:
    folder = GALLERY / name
    painted = Painted(opened(folder), folder)

    film = exported(folder, tmp_path / "film.mp4", "--rate", "10")

    for number, seen in enumerate(decoded(film)):
        if number % 7 == 0:
            true = image_of(painted.at(number / 10))
            difference = np.abs(true.astype(int) - seen)
            assert difference.mean() <= MEAN_LEVELS, number
            assert difference.max() <= MOST_LEVELS, number
            assert grey_difference(true, seen) <= GREY_LEVELS, number


@pytest.mark.parametrize("name", ["bar", "picture", "zoom", "race", "steps"])
def test_a_camera_that_paints_only_what_changes_has_the_pixels_of_the_whole_frame(
    name: str,
) -> None:
    folder = GALLERY / name
    painted = Painted(opened(folder), folder)
    camera = Camera(SIZE, painted.studio.assets, painted.studio.lines)
    count = round(painted.reel.length_s * 25)

    for number in range(count):
        camera.shoot(*painted.reel.at(number / 25))
        if number % 23 == 0:
            whole = painted.at(number / 25)
            assert bytes(camera.pixels) == bytes(whole.constBits()), number


def test_a_camera_tells_whether_a_frame_is_another_one(tmp_path: Path) -> None:
    painted = Painted(show_in(tmp_path), tmp_path)
    camera = Camera(SIZE, painted.studio.assets, painted.studio.lines)

    moments = (0.0, 1.9, 1.95, 2.1, 2.2)  # the slide's turn begins after two seconds

    assert [camera.shoot(*painted.reel.at(t)) for t in moments] == [True, True, False, True, True]


@pytest.mark.parametrize("rate", ["25", "60", "23.976"])
def test_every_frame_takes_as_long_as_every_other_one(rate: str, tmp_path: Path) -> None:
    show = show_in(tmp_path)
    frames_a_second = Fraction(24000, 1001) if rate == "23.976" else Fraction(rate)

    film = exported(tmp_path, tmp_path / "film.mp4", "--rate", rate)

    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        assert stream.average_rate == frames_a_second
        times = [
            Fraction(frame.time).limit_denominator(24000) for frame in container.decode(stream)
        ]
    length_s = Painted(show, tmp_path).reel.length_s
    assert len(times) == round(length_s * frames_a_second)
    assert times == [number / frames_a_second for number in range(len(times))]


def test_a_cut_falls_on_the_frame_that_is_its_own(tmp_path: Path) -> None:
    folder = GALLERY / "cut"
    painted = Painted(opened(folder), folder)
    state, now = painted.reel.at(0.0)
    after_s = state.rested + state.view.stay_s - now
    first = -int(-after_s * 30 // 1)  # the first frame at or after the cut

    film = exported(folder, tmp_path / "film.mp4")

    frames = [frame for frame, _ in zip(decoded(film), range(first + 1), strict=False)]
    before, after = image_of(painted.at(after_s - 0.01)), image_of(painted.at(after_s))
    assert grey_difference(before, after) > 3 * GREY_LEVELS
    assert grey_difference(frames[first - 1], before) <= GREY_LEVELS
    assert grey_difference(frames[first], after) <= GREY_LEVELS


def test_a_films_end_leads_to_its_beginning(tmp_path: Path) -> None:
    show_in(tmp_path)

    film = exported(tmp_path, tmp_path / "film.mp4")

    frames = [*decoded(film)]
    steps = [grey_difference(frames[number - 1], frames[number]) for number in range(len(frames))]
    assert steps[0] <= max(steps[1:]), "the last frame and the first are next to one another"


def test_colours_are_those_that_were_painted_and_the_film_says_which_they_are(
    tmp_path: Path,
) -> None:
    width, height = 32 * len(SWATCHES), 48
    painted = np.repeat(np.array([SWATCHES] * height, np.uint8), 32, axis=1)

    with Encoder(tmp_path / "film.mp4", (width, height), Fraction(30)) as encoder:
        encoder.add(pixels_of(painted))
        for _ in range(4):
            encoder.repeat()

    for seen in decoded(tmp_path / "film.mp4"):
        for place, colour in enumerate(SWATCHES):
            inside = seen[8:-8, 32 * place + 8 : 32 * place + 24].astype(int)
            assert np.abs(inside.mean((0, 1)) - colour).max() <= 1.5, colour
            assert np.abs(inside - colour).max() <= 4, colour
    with av.open(str(tmp_path / "film.mp4")) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        bt709, video = 1, 1
        assert (context.colorspace, context.color_primaries, context.color_trc) == (bt709,) * 3
        assert context.color_range == video


def test_soft_gradients_do_not_fall_into_rings(tmp_path: Path) -> None:
    width, height, block = 640, 360, 20
    ramp = np.linspace(20.0, 40.0, width)[None, :, None] * (0.4, 0.6, 1.0)
    rows, columns = np.mgrid[:height, :width]
    noise = (rows * 7 + columns * 13) % 16 / 16 - 0.5  # the stage dithers too
    true = np.rint(ramp + noise[..., None]).astype(np.uint8)

    with Encoder(tmp_path / "film.mp4", (width, height), Fraction(30)) as encoder:
        encoder.add(pixels_of(true))
        for _ in range(30):
            encoder.repeat()

    seen = [*decoded(tmp_path / "film.mp4")][15].astype(float)
    steps = (seen - true).mean(0).reshape(width // block, block, 3).mean(1)
    assert np.abs(steps).max() <= 0.75, "less than a level, which would be seen as a ring"


def test_what_stands_costs_next_to_nothing(tmp_path: Path) -> None:
    bars = image_of(Painted(opened(GALLERY / "bar"), GALLERY / "bar").at(4.0))
    sizes = []

    for seconds in (2, 62):
        file = tmp_path / f"{seconds}.mp4"
        with Encoder(file, SIZE, Fraction(30)) as encoder:
            encoder.add(pixels_of(bars))
            for _ in range(30 * seconds - 1):
                encoder.repeat()
        sizes.append(file.stat().st_size)

    assert (sizes[1] - sizes[0]) / 60 < 5000, "bytes a second"


def test_a_player_finds_first_what_it_must_know_first(tmp_path: Path) -> None:
    show_in(tmp_path)

    film = exported(tmp_path, tmp_path / "film.mp4", "--rate", "5").read_bytes()

    assert 0 < film.index(b"moov") < film.index(b"mdat")


def test_a_film_is_in_the_look_that_is_wished(tmp_path: Path) -> None:
    show = show_in(tmp_path)
    painted = Painted(show, tmp_path, Look("en", "paper"))

    film = exported(
        tmp_path, tmp_path / "film.mp4", "--lang", "en", "--theme", "paper", "--rate", "2"
    )

    seen = [*decoded(film)][3]
    assert np.abs(image_of(painted.at(1.5)).astype(int) - seen).mean() <= MEAN_LEVELS


def test_who_stops_a_film_finds_nothing_half_written_and_what_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(tmp_path)
    file = tmp_path / "film.mp4"
    file.write_bytes(b"an older film")
    before, count, repeat = sorted(tmp_path.iterdir()), [0], Encoder.repeat

    def stopped_after_a_while(encoder: Encoder) -> None:
        count[0] += 1
        if count[0] == 40:
            raise KeyboardInterrupt
        repeat(encoder)

    monkeypatch.setattr(Encoder, "repeat", stopped_after_a_while)

    assert main(["export", str(tmp_path), str(file), "--size", "64x36"]) == INTERRUPTED

    assert sorted(tmp_path.iterdir()) == before
    assert file.read_bytes() == b"an older film"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_a_disk_that_is_full_is_an_error_of_the_system() -> None:
    image = bytes(4 * 64 * 64)

    def write() -> None:
        with Encoder(Path("/dev/full"), (64, 64), Fraction(30)) as encoder:
            encoder.add(memoryview(image))

    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write()


def test_a_film_in_a_folder_that_is_not_there_is_refused_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    show_in(tmp_path)

    assert main(["export", str(tmp_path), str(tmp_path / "nowhere" / "film.mp4")]) == 1

    said = capsys.readouterr().err
    assert "film.mp4 cannot be written: " in said
    assert f"there is no folder '{tmp_path / 'nowhere'}'" in said


@pytest.mark.parametrize(
    ("more", "english", "chinese"),
    [
        (
            ["film.mp4", "--size", "641x361"],
            "the sides of a film are even numbers: --size 640x360",
            "视频的边长要是偶数：--size 640x360",
        ),
        (
            ["film.mp4", "--size", "16384x16384"],
            "no player shows a film so large: at most 8192x4352",
            "没有播放器放得了这么大的视频，最大 8192x4352",
        ),
        (["sheet.png", "--rate", "25"], "--rate is for .mp4 alone", "--rate 只用于 .mp4"),
    ],
)
def test_what_no_film_can_be_is_refused_in_a_line(
    more: list[str],
    english: str,
    chinese: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    show_in(tmp_path)
    file, *options = more

    for locale, said in (("C", english), ("zh_CN.UTF-8", chinese)):
        monkeypatch.setenv("LC_ALL", locale)
        assert main(["export", str(tmp_path), str(tmp_path / file), *options]) == 1
        assert capsys.readouterr().err == f"kiosk: {said}\n"
    assert not (tmp_path / file).exists()


def test_a_package_without_the_library_for_films_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(tmp_path)
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.setenv("LC_ALL", "C")

    assert main(["export", str(tmp_path), str(tmp_path / "film.mp4")]) == 1

    said = "kiosk: this kiosk makes no films: av was left out of it\n"
    assert capsys.readouterr().err == said


def test_a_slide_whose_picture_cannot_be_shown_is_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    show_in(tmp_path)
    (tmp_path / "no.jpg").write_text("no picture", "utf-8")
    with (tmp_path / "one.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write("  - id: e\n    picture: {file: no.jpg, alt: {zh: 无, en: none}}\n")

    status = main(["export", str(tmp_path), str(tmp_path / "film.mp4"), "--size", "64x36"])

    said = capsys.readouterr().err
    assert status == 1
    assert "the picture no.jpg " in said
    assert f"and is missing in {tmp_path / 'film.mp4'}" in said
    with av.open(str(tmp_path / "film.mp4")) as container:
        assert container.streams.video[0].frames == round(4 * 2.4 * 30)
