/**
 * Names that break software, each given to one user. They are the user's own to choose: a client app has to show them,
 * and nothing in between may change them.
 */
export const awkwardNames: ReadonlyMap<number, string> = new Map([
  [3, `Wolfeschlegel${'steinhausenbergerdorff'.repeat(12)}, Hubert Blaine Sr. (und Familie)`],
  [4, 'عبد الرحمن بن محمد بن عبد العزيز آل سعود'],
  [5, 'רִבְקָה בַּת־אֵל (Rivka) כהן'],
  [6, '欧阳𠮷祥'],
  [7, '小鳥遊 髙橋 さくら'],
  // A family of four joined by zero-width joiners, a skin tone and a flag: one character each to a reader, many to a program.
  [8, 'Zoë 👩‍👩‍👧‍👦 Kim 👍🏽 🇯🇵'],
  // Combining characters that are not composed: e + U+0301, and a stack of them.
  [10, 'Ame\u0301lie Z\u0351\u036b\u0343\u0349a\u0328l\u0323go\u0308'],
  [11, 'Ø'],
  [12, `Robert "Bobby" <b>O'Tables</b> & Sons; --`],
  // Two directions in one line.
  [13, 'Dana (דנה) Smith-عمر'],
  [14, 'null'],
  [15, '   Leading  and   double   blanks'],
]);

/** So that they have something to show, users up to here always have orders. */
export const lastAwkwardUser = 20;
