"""Encodes images as a film that plays everywhere: H.264 in MP4, each frame as long as all others.

Colours are those of HDTV (BT.709, video range), and say so, as players guess otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np
from av.video.reformatter import (
    ColorPrimaries,
    ColorRange,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from av.video.frame import VideoFrame

# `veryfast` takes half the time of `medium`, and a frame that stands is as small. At this quality
# the edges of letters have no ringing that could be seen; what is dark, and colours, get more of it
# than usual, or else soft gradients fall into rings. Searching motion coarsely and in one frame
# saves a quarter of the encoding, and a little finer steps make up for it: frames lie 51 dB from
# what was painted, as before.
_X264 = {
    "preset": "veryfast",
    "crf": "15.5",
    "aq-mode": "3",
    "x264-params": "chroma-qp-offset=-4:me=dia:subme=1:ref=1:weightp=0",
}
_MP4 = {"movflags": "+faststart"}  # what a player must know first stands first
_FINE, _PLAIN = "yuv420p12le", "yuv420p"  # from finer values plain ones are dithered


class Encoder:
    """Writes the film `file`. size: its even width and height; rate: its frames a second.

    Used as a context; left with an error, what was written is no film. Raises OSError where
    nothing can be written, on entering, adding or leaving.
    """

    def __init__(self, file: Path, size: tuple[int, int], rate: Fraction) -> None:
        self._size = size
        self._container = av.open(str(file), "w", format="mp4", options=_MP4)
        self._stream = self._container.add_stream("libx264", rate=rate, options=_X264)
        context = self._stream.codec_context
        context.width, context.height = size
        context.pix_fmt = _PLAIN
        context.time_base = 1 / rate
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        self._finely, self._plainly = VideoReformatter(), VideoReformatter()
        self._last: VideoFrame | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._container.mux(self._stream.encode())
        finally:
            self._container.close()

    def add(self, pixels: memoryview) -> None:
        """Adds a frame. pixels: rows from the top, of blue, green, red and one byte more each."""
        width, height = self._size
        rows = np.frombuffer(pixels, np.uint8).reshape(height, width, 4)
        fine = self._finely.reformat(
            av.VideoFrame.from_numpy_buffer(rows, "bgra"),
            format=_FINE,
            interpolation=Interpolation.BICUBIC,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
        self._last = self._plainly.reformat(fine, format=_PLAIN)
        self.repeat()

    def repeat(self) -> None:
        """Adds the last frame once more, which costs little. There must be one."""
        assert self._last is not None
        self._last.pts = self._count
        self._count += 1
        self._container.mux(self._stream.encode(self._last))
