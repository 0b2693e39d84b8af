"""Makes the two faces embedded in every document: `make.py <folder of Inter's OTF files> [output folder]`.

Needs fontTools. Latin only, quadratic outlines, no OpenType features; the digits are Inter's tabular figures,
so amounts align in columns whatever reads the font. Written as TypeScript so that any bundler carries them.
"""
import base64
import io
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Kairos Sans"
COPYRIGHT = "Copyright 2016-2022 The Inter Project Authors (https://github.com/rsms/inter)"
FACES = {"regular": ("Inter-Regular.otf", "Regular", 400), "semibold": ("Inter-SemiBold.otf", "SemiBold", 600)}
RANGES = [(0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x1E9E, 0x1E9E), (0x218, 0x21B), (0x1E80, 0x1E85), (0x1EA0, 0x1EF9)]
# ‑ – — ‘ ’ ‚ “ ” „ † • … ‰ ‹ › NNBSP € № ™ → − ≈ ≤ ≥ □ ✓
SIGNS = "\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u2030\u2039\u203a\u202f\u20ac\u2116\u2122\u2192\u2212\u2248\u2264\u2265\u25a1\u2713"
TOLERANCE = 3.0  # in font units, of 2816 an em


def main(source, output):
    faces = {name: build(TTFont(source / file), style, weight) for name, (file, style, weight) in FACES.items()}
    for name, (font, _) in faces.items():
        (output / f"{name}.ts").write_text(module(name, font))
    (output / "advances.ts").write_text(advances({name: widths for name, (_, widths) in faces.items()}))


def build(source, style, weight):
    chosen = characters(source)
    names = [".notdef", *dict.fromkeys(chosen.values())]
    glyphs, source_glyphs = {}, source.getGlyphSet()
    for name in names:
        pen = TTGlyphPen(None)
        source_glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(chosen)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    widths = {name: source["hmtx"][name][0] for name in names}
    widths.update({chosen[ord(digit)]: widths[chosen[ord("0")]] for digit in "123456789"})  # some differ by a hair
    builder.setupHorizontalMetrics({name: (widths[name], getattr(table[name], "xMin", 0)) for name in names})
    hhea, os2 = source["hhea"], source["OS/2"]
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent, lineGap=hhea.lineGap)
    builder.setupOS2(
        sTypoAscender=os2.sTypoAscender, sTypoDescender=os2.sTypoDescender, sTypoLineGap=os2.sTypoLineGap, usWinAscent=os2.usWinAscent,
        usWinDescent=os2.usWinDescent, sxHeight=os2.sxHeight, sCapHeight=os2.sCapHeight, usWeightClass=weight, fsType=0,
    )
    builder.setupNameTable({
        "copyright": COPYRIGHT,
        "familyName": FAMILY, "styleName": style, "uniqueFontIdentifier": f"{FAMILY} {style}", "fullName": f"{FAMILY} {style}",
        "psName": f"{FAMILY.replace(' ', '')}-{style}", "version": "Version 1.0", "licenseDescription": "SIL Open Font License, Version 1.1",
        "licenseInfoURL": "https://openfontlicense.org",
    }, mac=False)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 3_786_825_600
    builder.font.recalcTimestamp = False
    stream = io.BytesIO()
    builder.font.save(stream)
    return stream.getvalue(), {code: widths[name] for code, name in chosen.items()}


def characters(source):
    """Code point to glyph, the digits going to their tabular figures."""
    cmap, tabular = source.getBestCmap(), tabular_figures(source)
    wanted = [code for first, last in RANGES for code in range(first, last + 1)] + [ord(sign) for sign in SIGNS]
    return {code: tabular.get(cmap[code], cmap[code]) if chr(code).isdigit() else cmap[code] for code in sorted(wanted) if code in cmap}


def tabular_figures(source):
    gsub = source["GSUB"].table
    indexes = {index for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum" for index in record.Feature.LookupListIndex}
    subtables = [getattr(subtable, "ExtSubTable", subtable) for index in sorted(indexes) for subtable in gsub.LookupList.Lookup[index].SubTable]
    return {glyph: figure for subtable in subtables for glyph, figure in subtable.mapping.items()}


def module(name, font):
    data = base64.b64encode(font).decode()
    return f'{header("One face as a TrueType file in base64.")}export const {name} =\n  "{data}";\n'


def advances(faces):
    """`code point, width` pairs in base 36: what measures a text without opening a font."""
    rows = {name: " ".join(f"{base36(code)}:{base36(width)}" for code, width in sorted(widths.items())) for name, widths in faces.items()}
    body = "".join(f'export const {name}Advances =\n  "{row}";\n' for name, row in rows.items())
    return f'{header("The width of each character, 2816 to the em: code point and width in base 36.")}{body}'


def header(summary):
    return f"/*! {FAMILY}, made from Inter by scripts/fonts/make.py. {COPYRIGHT}. SIL Open Font License 1.1: see OFL.txt. */\n\n/** {summary} */\n"


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number] if number < 36 else base36(number // 36) + digits[number % 36]


if __name__ == "__main__":
    default = Path(__file__).resolve().parents[2] / "packages/pdf/src/fonts"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else default)
