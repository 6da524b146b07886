"""Central Park in autumn, built from noise and rendered by Blender's Cycles.

Not needed to play or change the show: it documents how `pictures/park-autumn.jpg` was made.
Blender 3.4 runs it, about four minutes on two cores; the noise is removed afterwards with Open
Image Denoise, from the passes this script leaves in an EXR beside the picture:

    blender --background --factory-startup --python park_blender.py -- 3840 2160 8 park.png

All lengths are metres; x runs right, y away from the camera, z up.
"""

from __future__ import annotations

import importlib
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

# These modules exist inside Blender only, so they are named here and not imported by type.
bpy = importlib.import_module("bpy")
bmesh = importlib.import_module("bmesh")
mathutils = importlib.import_module("mathutils")

Thing = Any
"""Blender's own objects, which have no types outside it."""

HAZE = "#f7c79a"
GRASS = ("#8f9a48", "#a3a64c", "#b6a950", "#7f8e45")
LEAVES = (
    "#f2b632", "#eda024", "#e2792a", "#cf5127", "#b5392b", "#f5cf5e", "#c98a2b", "#8c9440",
)  # fmt: skip
TOWERS = ("#c9b8b0", "#b9b3ba", "#d8c3b0", "#a9a6b5")
COATS = ("#c8402f", "#2f4f7a", "#f3efe6", "#37474f", "#e0a13a", "#7a4b6b")
SKY = (
    (0.0, "#f8c488"), (0.035, "#f8dcb8"), (0.085, "#cfd6da"), (0.15, "#9fbcd6"),
    (0.34, "#a3b5c4"), (0.8, "#6c90bd"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finish:
    """How a surface looks: roughness, share of the haze, light passing through leaves."""

    roughness: float = 0.9
    haze: float = 1.0
    translucent: float = 0.0
    specular: float = 0.2


@dataclass(frozen=True, slots=True)
class Stage:
    """The scene being built, its one source of chance, and its tree meshes by leaf colour."""

    scene: Thing
    rng: Random
    trunk: Thing
    trees: list[list[Thing]] = field(default_factory=list)


def linear(name: str) -> tuple[float, float, float, float]:
    """The colour `name` (#RRGGBB) in linear light, opaque."""
    channels = [int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return (red, green, blue, 1.0)


def noise(x: float, y: float, z: float) -> float:
    """Blender's gradient noise at a point, about -1 to 1."""
    return float(mathutils.noise.noise(mathutils.Vector((x, y, z))))


def material(name: str, tint: str, finish: Finish) -> Thing:
    """A material whose colour goes over into haze with distance: no fog volume, no noise."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    nodes.clear()
    output = nodes.new("ShaderNodeOutputMaterial")
    surface = nodes.new("ShaderNodeBsdfPrincipled")
    surface.inputs["Base Color"].default_value = linear(tint)
    surface.inputs["Roughness"].default_value = finish.roughness
    surface.inputs["Specular"].default_value = finish.specular
    shaded = surface.outputs[0]
    if finish.translucent:
        through = nodes.new("ShaderNodeBsdfTranslucent")
        through.inputs[0].default_value = linear(tint)
        both = nodes.new("ShaderNodeMixShader")
        both.inputs[0].default_value = finish.translucent
        links.new(shaded, both.inputs[1])
        links.new(through.outputs[0], both.inputs[2])
        shaded = both.outputs[0]
    depth, share = nodes.new("ShaderNodeCameraData"), nodes.new("ShaderNodeMapRange")
    share.inputs[1].default_value, share.inputs[2].default_value = 55, 330
    share.inputs[4].default_value = 0.93 * finish.haze
    links.new(depth.outputs["View Z Depth"], share.inputs[0])
    air = nodes.new("ShaderNodeEmission")
    air.inputs[0].default_value, air.inputs[1].default_value = linear(HAZE), 0.95
    hazed = nodes.new("ShaderNodeMixShader")
    links.new(share.outputs[0], hazed.inputs[0])
    links.new(shaded, hazed.inputs[1])
    links.new(air.outputs[0], hazed.inputs[2])
    links.new(hazed.outputs[0], output.inputs[0])
    return made


def lake(x: float, y: float) -> float:
    """Below 0 in the water: two ellipses less an island and a spit."""
    water = min(
        ((x - 6) / 27) ** 2 + ((y - 14) / 13) ** 2 - 1,
        ((x + 24) / 18) ** 2 + ((y - 5) / 9) ** 2 - 1,
    )
    island = 1.1 - ((x - 13) / 8.5) ** 2 - ((y - 12.5) / 3.6) ** 2
    spit = 1.1 - ((x + 20.5) / 8.5) ** 2 - ((y - 13.5) / 5.2) ** 2
    return max(water, *(land * 0.5 if water < 0 else water for land in (island, spit)))


def path_middle(y: float) -> float:
    """The x of the winding path's middle."""
    return -3 + 22 * math.sin((y + 30) / 30)


def height(x: float, y: float) -> float:
    """The ground's height, under the water line in the lake."""
    shore = lake(x, y)
    if shore < 0:
        return max(-1.6, -0.25 + shore * 1.6)
    rise = 1.5 * noise(x / 22, y / 22, 0) + 0.9
    return 0.18 + min(shore, 1.6) / 1.6 * (rise + max(0.0, (y - 30) / 60))


def ground_index(x: float, y: float) -> int:
    """Which of the ground's materials (four grasses, path, shore) lies at a point."""
    shore = lake(x, y)
    if shore < 0.10:
        return 5
    if abs(x - path_middle(y)) < 1.5 and shore > 0.12:
        return 4
    patch = noise(x / 14, y / 14, 3)
    return next((i for i, limit in enumerate((0.15, -0.1, -0.3)) if patch > limit), 3)


def link(stage: Stage, name: str, mesh: Thing) -> Thing:
    """Put a mesh into the scene as an object."""
    made = bpy.data.objects.new(name, mesh)
    stage.scene.collection.objects.link(made)
    return made


def ground(stage: Stage) -> None:
    """A jittered grid of triangles, 1.6 m wide, coloured face by face; and the water."""
    step, columns, rows = 1.6, range(-95, 96), range(-38, 120)
    build, corners = bmesh.new(), {}
    for i in columns:
        for j in rows:
            x = i * step + stage.rng.uniform(-0.5, 0.5)
            y = j * step + stage.rng.uniform(-0.5, 0.5)
            corners[i, j] = build.verts.new((x, y, height(x, y)))
    mesh = bpy.data.meshes.new("ground")
    for i, tint in enumerate((*GRASS, "#ead9bb", "#c9b27c")):
        mesh.materials.append(material(f"ground {i}", tint, Finish()))
    for i in columns[:-1]:
        for j in rows[:-1]:
            a, b, c, d = (corners[i + p, j + q] for p, q in ((0, 0), (1, 0), (1, 1), (0, 1)))
            halves = ((a, b, c), (a, c, d)) if (i + j) % 2 else ((a, b, d), (b, c, d))
            for half in halves:
                face = build.faces.new(half)
                middle = face.calc_center_median()
                face.material_index = ground_index(middle.x, middle.y)
    build.to_mesh(mesh)
    build.free()
    link(stage, "ground", mesh)
    bpy.ops.mesh.primitive_plane_add(size=400, location=(0, 20, -0.05))
    water = material("water", "#4d7078", Finish(0.07, 0.6, 0.0, 0.6))
    bpy.context.object.data.materials.append(water)


def tree_mesh(kind: int, trunk: Thing, leaf: Thing) -> Thing:
    """A tree of three to six dented balls on a trunk."""
    build, rng = bmesh.new(), Random(kind * 13 + 5)
    balls = [(0.0, 0.0, 2.2, 1.5), (0.0, 0.0, 3.5, 1.25), (0.0, 0.0, 4.7, 0.85)]
    if kind % 3:
        balls = [(0.0, 0.0, 3.1, 1.75)]
        for _ in range(5):
            x, y = rng.uniform(-1.1, 1.1), rng.uniform(-1.1, 1.1)
            balls.append((x, y, rng.uniform(2.3, 4.1), rng.uniform(0.9, 1.3)))
    for x, y, z, radius in balls:
        ball = bmesh.ops.create_icosphere(build, subdivisions=2, radius=radius)
        for corner in ball["verts"]:
            at = corner.co * 1.7 + mathutils.Vector((kind, x, y))
            corner.co *= 1 + 0.16 * noise(*at) + rng.uniform(-0.05, 0.05)
            corner.co += mathutils.Vector((x, y, z))
    for face in build.faces:
        face.material_index = 1
    stem = bmesh.ops.create_cone(
        build, segments=6, radius1=0.24, radius2=0.13, depth=2.4, cap_ends=False
    )
    for corner in stem["verts"]:
        corner.co.z += 1.0
    mesh = bpy.data.meshes.new("tree")
    mesh.materials.append(trunk)
    mesh.materials.append(leaf)
    build.to_mesh(mesh)
    build.free()
    return mesh


def grow(stage: Stage, x: float, y: float, size: float, leaf: int) -> None:
    """Plant one tree, turned and stretched by chance."""
    tree = link(stage, "tree", stage.rng.choice(stage.trees[leaf]))
    tree.location = (x, y, height(x, y) - 0.1)
    tree.rotation_euler = (0, 0, stage.rng.uniform(0, 6.3))
    tree.scale = (size, size, size * stage.rng.uniform(0.95, 1.25))


def leaf_at(stage: Stage, x: float, y: float) -> int:
    """A leaf colour by clump (gold, orange, red, olive), one in ten a stray."""
    clump = noise(x / 25, y / 25, 20)
    base = next((leaf for limit, leaf in ((0.2, 0), (0.0, 2), (-0.22, 3)) if clump > limit), 6)
    leaf = max(0, min(7, base + stage.rng.choice((-1, 0, 0, 1))))
    return 5 if stage.rng.random() < 0.1 else leaf


def has_room(x: float, y: float) -> bool:
    """Whether a tree may stand there: not on water or path, and clear of the view."""
    if lake(x, y) < 0.22 or abs(x - path_middle(y)) < 3.2:
        return False
    if noise(x / 17, y / 17, 9) < -0.02 and y < 60:
        return False
    return not (abs(x) < 13 and y < 2)


def trees(stage: Stage) -> None:
    """Groves by noise, six large trees framing the sides, six more at the water."""
    for i, tint in enumerate(LEAVES):
        leaf = material(f"leaf {i}", tint, Finish(translucent=0.25))
        odd = 1 if i % 2 else 2
        stage.trees.append([tree_mesh(k * 3 + odd * (k % 2), stage.trunk, leaf) for k in range(3)])
    planted = 0
    while planted < 620:
        x, y = stage.rng.uniform(-120, 120), stage.rng.uniform(-14, 118)
        if has_room(x, y):
            leaf = leaf_at(stage, x, y)
            grow(stage, x, y, stage.rng.uniform(0.75, 1.35) * (1.15 if y > 50 else 1), leaf)
            planted += 1
    for x, y, size, leaf in (
        (-21, -15, 1.9, 0), (-26, -11, 1.6, 1), (-17.5, -18.5, 1.2, 5), (23, -14, 1.5, 3),
        (27.5, -10, 2.0, 2), (20, -18.5, 1.0, 4),
    ):  # fmt: skip
        grow(stage, x, y, size, leaf)


def shore_trees(stage: Stage) -> None:
    """The trees on the island and the spit, mirrored in the lake."""
    for x, y, size, leaf in (
        (15, 12.4, 1.15, 3), (18.2, 13, 0.85, 4), (11.3, 13.3, 0.8, 0), (-22, 14, 1.2, 0),
        (-25, 13, 1.0, 2), (-19.5, 15.2, 0.8, 5),
    ):  # fmt: skip
        grow(stage, x, y, size, leaf)


def ribbon(
    stage: Stage,
    name: str,
    spine: Callable[[float], Sequence[float]],
    wide: float,
    thick: float,
    stone: Thing,
) -> None:
    """A bar along `spine` (0 to 1 to a point): the bridge's deck and rails."""
    build = bmesh.new()
    before: list[Thing] = []
    for i in range(25):
        x, y, z = spine(i / 24)
        edge = ((-wide, 0.0), (wide, 0.0), (wide, -thick), (-wide, -thick))
        row = [build.verts.new((x, y + across, z + up)) for across, up in edge]
        for k in range(4 if before else 0):
            build.faces.new((before[k], before[(k + 1) % 4], row[(k + 1) % 4], row[k]))
        before = row
    mesh = bpy.data.meshes.new(name)
    mesh.materials.append(stone)
    build.to_mesh(mesh)
    build.free()
    link(stage, name, mesh)


def bridge(stage: Stage) -> None:
    """An arched footbridge with posts and rails."""
    stone = material("stone", "#efe3cf", Finish(0.6))

    def spine(aside: float, up: float) -> Callable[[float], Sequence[float]]:
        return lambda t: (
            -15 + 22.5 * t,
            11.6 + 0.6 * t + aside,
            0.35 + 2 * math.sin(math.pi * t) + up,
        )

    ribbon(stage, "deck", spine(0, 0), 1.0, 0.28, stone)
    for i in range(1, 24):
        for side in (-0.95, 0.95):
            bpy.ops.mesh.primitive_cube_add(size=1, location=spine(side, 0.35)(i / 24))
            post = bpy.context.object
            post.scale = (0.09, 0.09, 0.7)
            post.data.materials.append(stone)
    for side in (-0.95, 0.95):
        ribbon(stage, "rail", spine(side, 0.75), 0.08, 0.12, stone)


def people(stage: Stage) -> None:
    """Cones with a ball on the path, none nearer than 60 m to the camera."""
    coats = [material(f"coat {i}", tint, Finish()) for i, tint in enumerate(COATS)]
    for i in range(34):
        y = stage.rng.uniform(-12, 44) if i % 2 else stage.rng.uniform(24, 60)
        x = path_middle(y) + stage.rng.uniform(-1, 1)
        if lake(x, y) < 0.15 or y < 22:
            continue
        z = height(x, y)
        bpy.ops.mesh.primitive_cone_add(
            vertices=6, radius1=0.26, radius2=0.14, depth=1.15, location=(x, y, z + 0.58)
        )
        bpy.context.object.data.materials.append(stage.rng.choice(coats))
        bpy.ops.mesh.primitive_ico_sphere_add(
            subdivisions=1, radius=0.19, location=(x, y, z + 1.32)
        )
        bpy.context.object.data.materials.append(stage.trunk)


def box(stage: Stage, at: Sequence[float], size: Sequence[float], cladding: Thing) -> None:
    """A tower's block on the ground, turned a little."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=(at[0], at[1], size[2] / 2))
    block = bpy.context.object
    block.scale = size
    block.rotation_euler = (0, 0, stage.rng.uniform(-0.3, 0.3))
    block.data.materials.append(cladding)


def towers(stage: Stage) -> None:
    """The business district behind the trees, highest right of the middle."""
    claddings = [material(f"tower {i}", t, Finish(0.4, 0.9)) for i, t in enumerate(TOWERS)]
    rng = stage.rng
    for _ in range(46):
        x, y = rng.gauss(36, 40), rng.uniform(165, 235)
        swell = math.exp(-(((x - 40) / 52) ** 2))
        tall = 0.66 * min(47, max(9, rng.gauss(27, 9) * swell + rng.uniform(4, 10)))
        wide = rng.uniform(5, 9)
        cladding = rng.choice(claddings)
        box(stage, (x, y), (wide, wide * rng.uniform(0.7, 1.1), tall), cladding)
        if rng.random() < 0.5:
            top = (x + rng.uniform(-1, 1), y)
            box(stage, top, (wide * 0.55, wide * 0.5, tall * 1.14), cladding)


def hills(stage: Stage) -> None:
    """Two ridges that close the view."""
    plans = ((262, 20, 22, "#8f7f92", 0.72), (300, 30, 34, "#86799a", 0.80))
    for k, (y, swing, base, tint, haze) in enumerate(plans):
        build = bmesh.new()
        before: list[Thing] = []
        for i in range(-70, 71):
            at = mathutils.Vector((i * 5 / 90, k * 7.3, 1))
            z = base + swing * mathutils.noise.fractal(at, 1.0, 2.0, 4)
            line = ((y, -5), (y, z * 0.55), (y + 22, z))
            row = [build.verts.new((i * 5, depth, up)) for depth, up in line]
            for q in range(2 if before else 0):
                build.faces.new((before[q], row[q], row[q + 1], before[q + 1]))
            before = row
        mesh = bpy.data.meshes.new("hill")
        mesh.materials.append(material(f"hill {k}", tint, Finish(haze=haze)))
        build.to_mesh(mesh)
        build.free()
        link(stage, "hill", mesh)


def light(stage: Stage) -> None:
    """A low warm sun behind the scene at the left, and a sky by height."""
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle, sun.color = 4.6, math.radians(2.5), linear("#ffd9a0")[:3]
    aim = mathutils.Vector((0.80, -0.55, -0.36)).normalized()
    link(stage, "sun", sun).rotation_euler = aim.to_track_quat("-Z", "Y").to_euler()
    world = bpy.data.worlds.new("sky")
    stage.scene.world = world
    world.use_nodes = True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    nodes.clear()
    kinds = ("OutputWorld", "TexCoord", "SeparateXYZ", "ValToRGB", "Background")
    output, place, split, ramp, background = (nodes.new(f"ShaderNode{kind}") for kind in kinds)
    links.new(place.outputs["Generated"], split.inputs[0])
    links.new(split.outputs["Z"], ramp.inputs[0])
    links.new(ramp.outputs[0], background.inputs[0])
    links.new(background.outputs[0], output.inputs[0])
    background.inputs[1].default_value = 0.95
    stops = ramp.color_ramp.elements
    (stops[0].position, low), (stops[1].position, high) = SKY[0], SKY[-1]
    stops[0].color, stops[1].color = linear(low), linear(high)
    for position, tint in SKY[1:-1]:
        stops.new(position).color = linear(tint)


def camera(stage: Stage) -> None:
    """40 mm lens, 15 m up, looking down about 7 degrees."""
    lens = bpy.data.cameras.new("camera")
    lens.lens, lens.sensor_width, lens.clip_end = 40, 36, 800
    eye = link(stage, "camera", lens)
    eye.location = (0, -44, 15.5)
    view = mathutils.Vector((1.5, 30, 6.5)) - eye.location
    eye.rotation_euler = view.to_track_quat("-Z", "Y").to_euler()
    stage.scene.camera = eye


def render(stage: Stage, width: int, rows: int, samples: int, file: Path) -> None:
    """Render to `file` (PNG) and, with the passes a denoiser wants, to an EXR beside it."""
    scene, cycles = stage.scene, stage.scene.cycles
    scene.render.engine = "CYCLES"
    cycles.device, cycles.samples, cycles.use_adaptive_sampling = "CPU", samples, False
    cycles.max_bounces, cycles.diffuse_bounces = 4, 2
    cycles.glossy_bounces, cycles.transmission_bounces = 2, 2
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.use_denoising = 4, False
    scene.render.resolution_x, scene.render.resolution_y = width, rows
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look, scene.view_settings.exposure = "High Contrast", 0.3
    scene.view_layers[0].cycles.denoising_store_passes = True
    output = scene.render.image_settings
    output.file_format, output.color_depth = "OPEN_EXR_MULTILAYER", "16"
    scene.render.filepath = str(file.with_suffix(".exr"))
    bpy.ops.render.render(write_still=True)
    output.file_format, output.color_mode, output.color_depth = "PNG", "RGB", "16"
    bpy.data.images["Render Result"].save_render(str(file), scene=scene)


def main() -> None:
    """Build the park and render it: width, height, samples and file follow `--`."""
    width, rows, samples, file = sys.argv[sys.argv.index("--") + 1 :][:4]
    bpy.ops.wm.read_factory_settings(use_empty=True)
    stage = Stage(bpy.context.scene, Random(7), material("trunk", "#5d4335", Finish()))
    for build in (ground, trees, bridge, shore_trees, people, towers, hills, light, camera):
        build(stage)
    render(stage, int(width), int(rows), int(samples), Path(file).resolve())


if __name__ == "__main__":
    main()
