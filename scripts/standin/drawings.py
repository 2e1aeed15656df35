"""Six species, drawn: every individual otherwise, as its chance has it. Needs Pillow."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 320, 240
FINE = 3            # drawn so many times larger, then scaled down, for smooth edges


class Sheet:
    """A drawing with its origin in the middle, turned and scaled as the individual lies."""

    def __init__(self, chance: random.Random, back: tuple, spread: float = 0.5):
        self.chance = chance
        self.image = background(chance, back)
        self.pen = ImageDraw.Draw(self.image)
        self.turn = chance.uniform(-spread, spread)
        self.scale = FINE * chance.uniform(0.85, 1.2)
        self.centre = (FINE * (WIDTH / 2 + chance.uniform(-30, 30)), FINE * (HEIGHT / 2 + chance.uniform(-20, 20)))

    def at(self, x: float, y: float) -> tuple:
        x, y = x * self.scale, y * self.scale
        return (self.centre[0] + x * math.cos(self.turn) - y * math.sin(self.turn),
                self.centre[1] + x * math.sin(self.turn) + y * math.cos(self.turn))

    def shape(self, points: list, colour: tuple) -> None:
        self.pen.polygon([self.at(*point) for point in points], fill=colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: tuple, lean: float = 0) -> None:
        points = []
        for step in range(48):
            angle = step * math.tau / 48
            u, v = across * math.cos(angle), down * math.sin(angle)
            points.append((x + u * math.cos(lean) - v * math.sin(lean), y + u * math.sin(lean) + v * math.cos(lean)))
        self.shape(points, colour)

    def line(self, points: list, colour: tuple, width: float) -> None:
        self.pen.line([self.at(*point) for point in points], fill=colour, width=int(width * self.scale), joint="curve")

    def finished(self) -> Image.Image:
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def background(chance: random.Random, colour: tuple) -> Image.Image:
    """Soft blotches about a colour, as out of focus."""
    blotches = Image.new("RGB", (8, 6))
    blotches.putdata([shade(colour, chance.uniform(0.6, 1.35)) for _ in range(48)])
    soft = blotches.resize((WIDTH * FINE, HEIGHT * FINE), Image.Resampling.BICUBIC)
    return soft.filter(ImageFilter.GaussianBlur(12 * FINE))


def shade(colour: tuple, factor: float) -> tuple:
    return tuple(min(255, max(0, int(value * factor))) for value in colour)


def near(chance: random.Random, colour: tuple, by: int = 22) -> tuple:
    return tuple(min(255, max(0, value + chance.randint(-by, by))) for value in colour)


def butterfly(sheet: Sheet, small: float = 1) -> None:
    """Thecla betulae: brown wings with an orange patch, a tail on each hind wing."""
    chance, brown, orange = sheet.chance, near(sheet.chance, (96, 62, 40)), near(sheet.chance, (238, 140, 40))
    lift, patch = chance.uniform(-0.15, 0.25), chance.uniform(11, 19)

    def placed(side: int, *points: tuple) -> list:
        return [(side * x * small, (y - lift * x) * small) for x, y in points]

    for side in (-1, 1):
        hind = placed(side, (4, 6), (40, 20), (52, 46), (40, 58), (44, 72), (34, 60), (14, 52))
        sheet.shape(hind, shade(brown, 1.25))
        sheet.shape(placed(side, (4, 4), (30, -40), (78, -58), (86, -34), (60, 6), (30, 20)), brown)
        sheet.oval(side * 54 * small, (-26 - lift * 54) * small, patch * small, 9 * small, orange, side * -0.6)
        sheet.oval(side * 34 * small, (46 - lift * 34) * small, 6 * small, 5 * small, orange)
        sheet.line([(0, -26 * small), (side * 20 * small, -52 * small)], (40, 30, 25), 1.5)
    sheet.oval(0, 4 * small, 5 * small, 34 * small, (52, 40, 34))


def damselfly(sheet: Sheet) -> None:
    """Calopteryx splendens: a long metallic body, a dark band across each wing."""
    chance = sheet.chance
    metal, band = near(chance, (30, 120, 130)), near(chance, (30, 42, 110))
    opening, first = chance.uniform(0.2, 0.6), chance.uniform(30, 42)
    for side in (-1, 1):
        for lean in (opening, opening + 0.5):
            angle = side * lean
            for along, across, down, colour in ((52, 44, 11, (196, 214, 206)), (first + 24, 21, 11.5, band)):
                sheet.oval(side * along * math.cos(angle), -along * abs(math.sin(angle)) - 12, across, down, colour,
                           -angle)
    for ring in range(9):
        sheet.oval(chance.uniform(-0.5, 0.5), 4 + ring * 11, 3.4, 7, shade(metal, 1.3 if ring % 2 else 0.9))
    sheet.oval(0, -14, 8, 14, metal)
    sheet.oval(0, -33, 10, 6, shade(metal, 0.7))


def beetle(sheet: Sheet) -> None:
    """Clitostethus arcuatus, as ladybirds go: a round back with an arch and spots."""
    chance, back = sheet.chance, near(sheet.chance, (176, 70, 44), 30)
    for side in (-1, 1):
        for leg in (-28, 4, 36):
            sheet.line([(0, leg), (side * 66, leg + chance.uniform(-14, 14))], (30, 24, 20), 4)
    sheet.oval(0, -52, 24, 18, (38, 30, 28))
    sheet.oval(0, 4, 54, 60, back)
    arch, wide = near(chance, (240, 220, 180)), chance.uniform(24, 38)
    sheet.oval(0, 12, wide + 6, 34, arch)
    sheet.oval(0, 18, wide - 4, 30, back)
    for side in (-1, 1):
        for spot in range(chance.randint(1, 3)):
            sheet.oval(side * chance.uniform(14, 36), -30 + spot * 32, chance.uniform(5, 9), 7, (40, 28, 24))
    sheet.line([(0, -54), (0, 62)], shade(back, 0.6), 1.5)


def fish(sheet: Sheet) -> None:
    """Salmo salar: silver, dark above, with spots."""
    chance, silver = sheet.chance, near(sheet.chance, (176, 188, 196), 26)
    bend, deep = chance.uniform(-10, 10), chance.uniform(25, 36)
    sheet.shape([(74, bend), (116, bend - 32), (104, bend), (116, bend + 32)], shade(silver, 0.6))
    sheet.shape([(-14, -deep + 6), (14, -deep - 20), (30, -deep + 8)], shade(silver, 0.55))
    sheet.shape([(-6, deep - 6), (10, deep + 18), (24, deep - 8)], shade(silver, 0.7))
    sheet.oval(-4, 0, 92, deep, silver)
    sheet.oval(-4, -deep * 0.45, 84, deep * 0.5, shade(silver, 0.55))
    sheet.oval(-4, deep * 0.4, 80, deep * 0.45, shade(silver, 1.25))
    for _ in range(chance.randint(8, 26)):
        sheet.oval(chance.uniform(-50, 70), chance.uniform(-deep * 0.7, 2), 2.6, 2.2, (36, 40, 46))
    sheet.line([(-62, -deep * 0.6), (-56, 0), (-62, deep * 0.6)], shade(silver, 0.5), 2)
    sheet.oval(-76, -5, 5, 5, (250, 240, 190))
    sheet.oval(-76, -5, 2.6, 2.6, (10, 10, 10))


def sunflower(sheet: Sheet) -> None:
    """Helianthus annuus: rays about a dark disc."""
    chance, yellow = sheet.chance, near(sheet.chance, (244, 190, 30), 26)
    rays, disc = chance.randint(14, 30), chance.uniform(26, 44)
    sheet.line([(0, 20), (chance.uniform(-20, 20), 150)], (70, 120, 50), 9)
    for side in (-1, 1):
        sheet.oval(side * 44, 96 + chance.uniform(-14, 10), 44, 15, near(chance, (64, 124, 52)), side * -0.4)
    for layer in (0, 0.5):
        for ray in range(rays):
            angle = (ray + layer) * math.tau / rays
            reach = disc + 22 + chance.uniform(-5, 5)
            sheet.oval(reach * math.cos(angle), reach * math.sin(angle), 28, 210 / rays,
                       shade(yellow, 0.82 + layer * 0.36), angle)
    sheet.oval(0, 0, disc, disc, near(chance, (84, 50, 24)))
    for seed in range(110):
        angle, out = seed * 2.39996, disc * math.sqrt(seed / 110) * 0.95
        sheet.oval(out * math.cos(angle), out * math.sin(angle), 1.7, 1.7, (130, 88, 40))


def mushroom(sheet: Sheet) -> None:
    """Amanita muscaria: a red cap with white flecks."""
    chance, red = sheet.chance, near(sheet.chance, (208, 44, 32), 30)
    wide, high, slim = chance.uniform(62, 92), chance.uniform(42, 64), chance.uniform(11, 19)
    sheet.shape([(-slim, -6), (slim, -6), (slim + 7, 92), (-slim - 7, 92)], (240, 234, 216))
    sheet.oval(0, 88, slim + 13, 11, (226, 216, 192))
    sheet.oval(0, 26, slim + 9, 7, (226, 220, 202))
    rim = [math.pi * step / 40 for step in range(41)]
    sheet.shape([(wide * math.cos(angle), -high * math.sin(angle)) for angle in rim], red)
    sheet.oval(0, 0, wide, 10, shade(red, 0.8))
    for _ in range(chance.randint(10, 24)):
        angle, out = chance.uniform(0.25, math.pi - 0.25), chance.uniform(0.2, 0.92)
        sheet.oval(wide * out * math.cos(angle), -high * out * math.sin(angle), chance.uniform(3, 8),
                   chance.uniform(2.5, 6), (250, 244, 232), chance.uniform(0, 3))
