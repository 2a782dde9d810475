// Widths of letters, for where there is no canvas that measures them. A reader's machine has one of several fonts:
// these are the widths of DejaVu Sans 2.37, the widest of them, so that nothing overlaps in any.

/** Thousandths of the font's size, from the blank (32) to the tilde (126). */
const ascii = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/** Raised and lowered letters with the thin signs; accents stand above the letter before them. */
const narrow = /[\u2070-\u209c\u00b2\u00b3\u00b9\u00b7\u2032\u1d40\u1d48]/;
const accent = /[\u0300-\u036f]/;

/** What small Greek letters from α to ψ have at most, and what most other signs have. */
const other = { greek: 660, sign: 838 };

/** Letters of the bold face are wider than those of the plain one, by an eighth on average. */
const bold = 1.13;

/** Width of a text in pixels. */
export function width(text: string, size: number, isBold: boolean): number {
  let thousandths = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    thousandths += ascii[code - 32]
      ?? (accent.test(letter) ? 0 : narrow.test(letter) ? 401
        : code >= 0x3b1 && code <= 0x3c8 ? other.greek : other.sign);
  }
  return thousandths * size * (isBold ? bold : 1) / 1000;
}
