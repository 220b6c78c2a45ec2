//! Commands to run in a terminal: the same harmless request as a probe's, for people whom the browser does not let look.

use crate::probe::{BROWSER_USER_AGENT, Caller, Method};

/// Seconds that the command waits for an answer.
const MAX_SECONDS: &str = "15";

/// Where a command is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// A POSIX shell: Linux, macOS.
    Posix,
    /// The command prompt and PowerShell alike.
    Windows,
}

/// A curl line that calls `url` with an empty body and shows status, headers and body; redirects are not
/// followed. `None` leaves curl's own User-Agent, which firewalls often refuse.
///
/// Both values are quoted so that nothing in them is read by the shell: in the address, characters with a meaning to a
/// shell or to curl are percent-encoded, which does not change what the server gets; in the User-Agent, those that
/// cannot be quoted everywhere are left out.
pub fn curl(method: Method, url: &str, user_agent: Option<&str>, shell: Shell) -> String {
    let mut line = Line::new(url, shell);
    line.words(&["-sS", "-i", "-X", method.as_str()]);
    // Without this header curl sends no length at all; `-d ""` would add a Content-Type, and PowerShell drops the "".
    if method == Method::Post {
        line.option("-H", "Content-Length: 0");
    }
    if let Some(user_agent) = user_agent {
        line.option("-A", &quotable(user_agent));
    }
    line.words(&["--max-time", MAX_SECONDS]);
    line.end()
}

/// What stands at the beginning of the line that a command of a script prints below its answer.
pub const MARK: &str = "--- callback-doctor ";

/// What stands at the end of that line, which terminals may break.
pub const MARK_END: &str = " ---";

/// One command of a script: the request of a probe, then the line by which its answer is known again. Older curls leave
/// the words out that they do not know, and curl itself turns `\n` into a new line.
pub fn line(method: Method, url: &str, caller: Caller, agent: &str, shell: Shell) -> String {
    // No variables of the command prompt: nothing but a letter or a brace stands behind a percent sign.
    let (agent, who) = match caller {
        Caller::Provider => (agent, "provider "),
        Caller::Browser => (BROWSER_USER_AGENT, "browser "),
    };
    let mut line = Line::new(url, shell);
    line.words(&["-sS", "-i", "-X", method.as_str()]);
    if method == Method::Post {
        line.option("-H", "Content-Length: 0");
    }
    line.option("-A", &quotable(agent));
    line.words(&["--max-time", MAX_SECONDS]);
    let report = [
        "\\n",
        MARK,
        who,
        method.as_str(),
        " %{url_effective} http=%{http_code} time=%{time_total} ip=%{remote_ip} size=%{size_download} exit=%{exitcode} error=%{errormsg}",
        MARK_END,
        "\\n",
    ]
    .concat();
    line.option("-w", &report);
    line.end()
}

/// A curl line in the making.
struct Line {
    text: String,
    quote: char,
    /// The address, encoded, ready to stand behind `--url`.
    url: String,
}

impl Line {
    fn new(url: &str, shell: Shell) -> Self {
        let url = encoded(url);
        // Windows PowerShell knows `curl` as a command of its own.
        let (program, quote, url) = match shell {
            Shell::Posix => ("curl", '\'', quoted(&url, '\'')),
            Shell::Windows if names_a_variable(&url) => {
                // For PowerShell alone: the command prompt refuses a line that begins with `&`, and finds nothing in it
                // to fill in. PowerShell puts the percent signs back.
                let held = quoted(&url.replace('%', "^"), '\'');
                let url = ["(", &held, ".Replace('^', '%'))"].concat();
                ("& curl.exe", '\'', url)
            }
            Shell::Windows => ("curl.exe", '"', quoted(&url, '"')),
        };
        Self {
            text: program.to_owned(),
            quote,
            url,
        }
    }

    fn words(&mut self, words: &[&str]) {
        for word in words {
            self.text.push(' ');
            self.text.push_str(word);
        }
    }

    fn option(&mut self, name: &str, value: &str) {
        let value = quoted(value, self.quote);
        self.words(&[name, &value]);
    }

    /// Globbing is off: to curl, `[1-9]` in an address is nine of them.
    fn end(mut self) -> String {
        let url = std::mem::take(&mut self.url);
        self.words(&["--globoff", "--url", &url]);
        self.text
    }
}

fn quoted(value: &str, quote: char) -> String {
    let mut out = String::from(quote);
    out.push_str(value);
    out.push(quote);
    out
}

/// Whether the command prompt may find a variable in an encoded address: it takes what stands between two percent signs
/// for a name, up to a colon, inside quotes too, and a variable's value would go to the shop. Of the text between two
/// escapes two hex digits are harmless, alone but for `CD` or before signs that variables lack, and what holds a `=`.
fn names_a_variable(url: &str) -> bool {
    let mut between = url.split('%').skip(1).peekable();
    while let Some(text) = between.next() {
        if between.peek().is_none() {
            return false;
        }
        let name = text.split(':').next().unwrap_or_default();
        let (digits, rest) = name.split_at_checked(2).unwrap_or((name, ""));
        let is_sign = |byte| b"-./?&#@+".contains(&byte);
        let harmless = rest.contains('=') || rest.bytes().all(is_sign);
        if !harmless || rest.is_empty() && digits.eq_ignore_ascii_case("cd") {
            return true;
        }
    }
    false
}

/// The address with everything percent-encoded but what is literal inside quotes of each shell and to curl.
pub(crate) fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let url = url.trim();
    let bytes = url.as_bytes();
    let host = url.find("://").map_or(0, |at| at + 3);
    let host_end = url
        .get(host..)
        .and_then(|rest| rest.find(['/', '?', '#']))
        .map_or(url.len(), |at| host + at);
    for (at, &byte) in bytes.iter().enumerate() {
        let literal = match byte {
            // Only as part of an escape: `%NAME%` is a variable to the command prompt.
            b'%' => bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            // Around the number of an IPv6 host.
            b'[' | b']' => at < host_end,
            byte => byte.is_ascii_alphanumeric() || b"-._~:/?#@&()*+,;=".contains(&byte),
        };
        if literal {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(
                    char::from_digit(u32::from(nibble), 16)
                        .unwrap_or('0')
                        .to_ascii_uppercase(),
                );
            }
        }
    }
    out
}

pub(crate) fn quotable(user_agent: &str) -> String {
    let quotable = |c: &char| (' '..='~').contains(c) && !"'\"$`%!^\\<>|&".contains(*c);
    user_agent.chars().filter(quotable).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://shop.example.com/wc-api/KCO_WC_Push/";

    #[test]
    fn the_line_for_each_shell() {
        assert_eq!(
            curl(Method::Post, URL, Some("APIs-Klarna"), Shell::Posix),
            "curl -sS -i -X POST -H 'Content-Length: 0' -A 'APIs-Klarna' --max-time 15 --globoff --url \
             'https://shop.example.com/wc-api/KCO_WC_Push/'"
        );
        assert_eq!(
            curl(Method::Post, URL, None, Shell::Windows),
            "curl.exe -sS -i -X POST -H \"Content-Length: 0\" --max-time 15 --globoff --url \
             \"https://shop.example.com/wc-api/KCO_WC_Push/\""
        );
    }

    #[test]
    fn a_command_of_a_script() {
        assert_eq!(
            line(
                Method::Post,
                URL,
                Caller::Provider,
                "APIs-Klarna",
                Shell::Posix
            ),
            "curl -sS -i -X POST -H 'Content-Length: 0' -A 'APIs-Klarna' --max-time 15 -w \
             '\\n--- callback-doctor provider POST %{url_effective} http=%{http_code} time=%{time_total} \
             ip=%{remote_ip} size=%{size_download} exit=%{exitcode} error=%{errormsg} ---\\n' --globoff --url \
             'https://shop.example.com/wc-api/KCO_WC_Push/'"
        );
        let get = line(
            Method::Get,
            URL,
            Caller::Browser,
            "APIs-Klarna",
            Shell::Windows,
        );
        assert!(get.starts_with("curl.exe -sS -i -X GET -A \"Mozilla/5.0 (Windows"));
        assert!(get.contains("browser GET %{url_effective}"));
    }

    #[test]
    fn addresses_cannot_leave_their_quotes() {
        let cases = [
            (
                "https://a.example/?wc-api=WC_X&b=1",
                "https://a.example/?wc-api=WC_X&b=1",
            ),
            (
                "https://a.example/'; rm -rf ~ #",
                "https://a.example/%27;%20rm%20-rf%20~%20#",
            ),
            (
                "https://a.example/\"&calc&\"",
                "https://a.example/%22&calc&%22",
            ),
            (
                "https://a.example/$(id)`id`",
                "https://a.example/%24(id)%60id%60",
            ),
            (
                "https://a.example/%COMSPEC%",
                "https://a.example/%25COMSPEC%25",
            ),
            ("https://a.example/%c3%a5%2", "https://a.example/%c3%a5%252"),
            (
                "https://a.example/\u{201d}å",
                "https://a.example/%E2%80%9D%C3%A5",
            ),
            (
                "https://a.example/{a,b}\n\0\\",
                "https://a.example/%7Ba,b%7D%0A%00%5C",
            ),
            (
                "https://[::1]:8443/wc-api/X/",
                "https://[::1]:8443/wc-api/X/",
            ),
            (
                "https://[::1]/[1-9]/?a[]=1",
                "https://[::1]/%5B1-9%5D/?a%5B%5D=1",
            ),
            ("https://a.example?[1-9]", "https://a.example?%5B1-9%5D"),
            ("", ""),
        ];
        for (url, expected) in cases {
            assert_eq!(encoded(url), expected);
        }
    }

    #[test]
    fn agents_cannot_leave_their_quotes() {
        assert_eq!(quotable(BROWSER_USER_AGENT), BROWSER_USER_AGENT);
        assert_eq!(quotable(crate::probe::PROVIDER_USER_AGENT), "APIs-Klarna");
        assert_eq!(
            quotable("a'b\"c$d`e%f!g^h\\i\u{201c}j\n&k|l<m>n"),
            "abcdefghijklmn"
        );
    }

    #[test]
    fn the_command_prompt_finds_no_variable_of_a_stranger() {
        let lines = |url: &str| {
            [
                curl(Method::Post, url, Some("APIs-Klarna"), Shell::Windows),
                line(
                    Method::Get,
                    url,
                    Caller::Browser,
                    "APIs-Klarna",
                    Shell::Windows,
                ),
            ]
        };
        for path in [
            "%CD%AA",
            "%cd%AA/",
            "%CD:~0,3%AB",
            "%ACCESS_TOKEN%AA",
            "%DB_PASSWORD%AA/%AB",
            "%C3%A5%C3%ACCESS_TOKEN%C3%AC",
            "%AA(x86)%AA",
            "%AB~1%AA",
            "sm%C3%B6rg%C3%A5s",
        ] {
            for line in lines(&["https://shop.example.com/", path, "/wc-api/X/"].concat()) {
                assert!(line.starts_with("& curl.exe "), "{line}");
                let held = path.replace('%', "^");
                let url = [
                    "('https://shop.example.com/",
                    &held,
                    "/wc-api/X/'.Replace('^', '%'))",
                ];
                assert!(line.ends_with(&url.concat()), "{line}");
                assert!(!line.contains('"'), "{line}");
            }
        }
        for path in [
            "%C3%A5/",
            "%d1%82-%d0%be.%D0%be",
            "%C3/%CD/?a=%AA&b=%AA",
            "a%20b",
            "%CDx",
        ] {
            for line in lines(&["https://shop.example.com/", path].concat()) {
                assert!(line.starts_with("curl.exe "), "{line}");
                let url = ["--url \"https://shop.example.com/", path, "\""].concat();
                assert!(line.ends_with(&url), "{line}");
            }
        }
    }

    #[test]
    fn a_word_that_looks_like_an_option_stays_an_address() {
        assert!(curl(Method::Post, "-o/x", None, Shell::Posix).ends_with("--url '-o/x'"));
    }
}
