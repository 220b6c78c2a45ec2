//! Documents that are drawn: seeds, cut, joined, and mixed with words that readers trip over.

/// Numbers that look drawn, the same for the same seed (xorshift).
pub struct Dice(u64);

impl Dice {
    /// Dice of their own for each number.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// Dice that fall the same way for the same document.
    pub fn of_text(document: &[u8]) -> Self {
        let sum = document.iter().fold(1_u64, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u64::from(*byte))
        });
        Self::new(sum | 1)
    }

    /// A number below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let drawn = usize::try_from(self.0 >> 33).unwrap_or_default();
        drawn.checked_rem(end).unwrap_or_default()
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Bytes of a document, at most.
const BYTES: usize = 4_000;

/// What is put between.
const WORDS: &[&str] = &[
    "<",
    ">",
    "/",
    "</",
    "=",
    "'",
    "\"",
    " ",
    "\n",
    "&",
    ";",
    "&amp;",
    "&#x68;",
    "-",
    "--",
    "!",
    "]]>",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<script>",
    "</script>",
    "<!--<script>",
    "<title>",
    "</title>",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<![CDATA[",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<p>",
    "<img src=http://x.example/>",
    "http://",
    "https:",
    "srcset='http://a 1x, ",
    "<picture>",
    "<source srcset=http://a>",
    "</picture>",
    "<base href=http://b.example/>",
    "<meta http-equiv=refresh content='0;url=http://c'>",
    "<iframe srcdoc='<img src=http://d>'>",
    "style=\"background:url(http://e)\"",
    "@import 'http://f'",
    "url(",
    "/*",
    "*/",
    "\\",
    "\0",
    "\r\n",
    "\u{e5}",
    "\u{feff}",
    "\u{1b}$B",
    "\u{1b}(B",
    "<table>",
    "<select>",
    "<foreignObject>",
    "<plaintext>",
    "<textarea>",
    "</textarea>",
    "<link rel=canonical href=/c>",
    "var kco_params = {\"a\":\"\\/b\"};",
    "<urlset>",
    "<url>",
    "<loc>",
    "</loc>",
    "<sitemap>",
    "User-agent: *\n",
    "Disallow: /*",
    "Allow: /",
    "$\n",
    "Sitemap: ",
    "{\"imports\":{\"a\":\"http://g\"}}",
    "<script type=importmap>",
];

/// The next document.
pub fn document(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut document = Vec::new();
    for _ in 0..=dice.below(3) {
        document.extend_from_slice(piece(seeds, dice));
    }
    for _ in 0..dice.below(12) {
        change(&mut document, dice);
    }
    document.truncate(BYTES);
    document
}

/// A part of a seed.
fn piece<'a>(seeds: &'a [Vec<u8>], dice: &mut Dice) -> &'a [u8] {
    let seed = dice.of(seeds).map(Vec::as_slice).unwrap_or_default();
    if dice.below(2) == 0 && seed.len() <= BYTES {
        return seed;
    }
    let from = dice.below(seed.len());
    let rest = seed.get(from..).unwrap_or_default();
    rest.get(..dice.below(600)).unwrap_or(rest)
}

fn change(document: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(document.len() + 1);
    match dice.below(6) {
        0 => {
            if let Some(byte) = document.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            let end = (at + dice.below(20)).min(document.len());
            document.drain(at..end);
        }
        2 => {
            let end = (at + dice.below(100)).min(document.len());
            let again = document.get(at..end).unwrap_or_default().to_vec();
            let to = dice.below(document.len() + 1);
            document.splice(to..to, again);
        }
        _ => {
            let word = dice.of(WORDS).copied().unwrap_or_default();
            document.splice(at..at, word.bytes());
        }
    }
}
