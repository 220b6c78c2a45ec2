//! Commands to run in a terminal: the same harmless request as a probe's, for people whom the browser does not let look.

use crate::probe::{Caller, Method};

/// Seconds that the command waits for an answer.
const MAX_SECONDS: &str = "15";

/// The `User-Agent` of an ordinary browser, to compare with the provider's.
pub const BROWSER_USER_AGENT: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/// Where a command is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// A POSIX shell: Linux, macOS.
    Posix,
    /// The command prompt and PowerShell alike.
    Windows,
}

/// A curl line that calls `url` with POST and an empty body and shows status, headers and body; redirects are not
/// followed. `None` leaves curl's own User-Agent, which firewalls often refuse.
///
/// Both values are quoted so that nothing in them is read by the shell: in the address, characters with a meaning to a
/// shell or to curl are percent-encoded, which does not change what the server gets; in the User-Agent, those that
/// cannot be quoted everywhere are left out.
pub fn curl(url: &str, user_agent: Option<&str>, shell: Shell) -> String {
    let (program, quote) = match shell {
        Shell::Posix => ("curl", '\''),
        // Windows PowerShell knows `curl` as a command of its own.
        Shell::Windows => ("curl.exe", '"'),
    };
    let mut line = String::from(program);
    // Without this header curl sends no length at all; `-d ""` would add a Content-Type, and PowerShell drops the "".
    line.push_str(" -sS -i -X POST -H ");
    push_quoted(&mut line, "Content-Length: 0", quote);
    if let Some(user_agent) = user_agent {
        line.push_str(" -A ");
        push_quoted(&mut line, &quotable(user_agent), quote);
    }
    line.push_str(" --max-time ");
    line.push_str(MAX_SECONDS);
    line.push_str(" --url ");
    push_quoted(&mut line, &encoded(url), quote);
    line
}

/// What stands at the beginning of the line that a command of a script prints below its answer.
pub const MARK: &str = "--- callback-doctor ";

/// What stands at the end of that line, which terminals may break.
pub const MARK_END: &str = " ---";

/// One command of a script: the request of a probe, then the line by which its answer is known again. Older curls leave
/// the words out that they do not know, and curl itself turns `\n` into a new line.
pub fn line(method: Method, url: &str, caller: Caller, agent: &str, shell: Shell) -> String {
    let (program, quote) = match shell {
        Shell::Posix => ("curl", '\''),
        Shell::Windows => ("curl.exe", '"'),
    };
    // No variables of the command prompt: nothing but a letter or a brace stands behind a percent sign.
    let (agent, who) = match caller {
        Caller::Provider => (agent, "provider "),
        Caller::Browser => (BROWSER_USER_AGENT, "browser "),
    };
    let mut line = [program, " -sS -i -X ", method.as_str()].concat();
    if method == Method::Post {
        line.push_str(" -H ");
        push_quoted(&mut line, "Content-Length: 0", quote);
    }
    line.push_str(" -A ");
    push_quoted(&mut line, &quotable(agent), quote);
    line.push_str(" --max-time ");
    line.push_str(MAX_SECONDS);
    line.push_str(" -w ");
    let report = [
        "\\n",
        MARK,
        who,
        method.as_str(),
        " %{url_effective} http=%{http_code} time=%{time_total} ip=%{remote_ip} exit=%{exitcode} error=%{errormsg}",
        MARK_END,
        "\\n",
    ]
    .concat();
    push_quoted(&mut line, &report, quote);
    line.push_str(" --url ");
    push_quoted(&mut line, &encoded(url), quote);
    line
}

fn push_quoted(line: &mut String, value: &str, quote: char) {
    line.push(quote);
    line.push_str(value);
    line.push(quote);
}

/// The address with everything percent-encoded but what is literal inside quotes of each shell and to curl.
pub(crate) fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let bytes = url.trim().as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let literal = match byte {
            // Only as part of an escape: `%NAME%` is a variable to the command prompt.
            b'%' => bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            byte => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@&()*+,;=".contains(&byte),
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
            curl(URL, Some("APIs-Klarna"), Shell::Posix),
            "curl -sS -i -X POST -H 'Content-Length: 0' -A 'APIs-Klarna' --max-time 15 --url \
             'https://shop.example.com/wc-api/KCO_WC_Push/'"
        );
        assert_eq!(
            curl(URL, None, Shell::Windows),
            "curl.exe -sS -i -X POST -H \"Content-Length: 0\" --max-time 15 --url \
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
             ip=%{remote_ip} exit=%{exitcode} error=%{errormsg} ---\\n' --url \
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
    fn a_word_that_looks_like_an_option_stays_an_address() {
        assert!(curl("-o/x", None, Shell::Posix).ends_with("--url '-o/x'"));
    }
}
