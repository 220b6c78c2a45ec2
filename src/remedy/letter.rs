//! The message that asks the host to act.

use super::Context;
use super::plan::{Plan, origin};
use crate::command::{Shell, curl};
use crate::foreign;
use crate::report::CauseId;
use crate::text::fill;
use crate::verdict::Variant;

impl Plan<'_> {
    /// The message to the host, where a host can act on this cause.
    pub(super) fn letter(&self, cause: CauseId) -> Option<String> {
        let letter = match self.context.case {
            Some(Variant::Tls(fault)) => (self.text.tls_letter)(fault),
            _ => (self.text.letter)(cause)?,
        };
        let origin = origin(self.context.home);
        let urls: Vec<String> = self
            .paths
            .iter()
            .map(|path| [origin, path].concat())
            .collect();
        // Of an agent that is not known nothing says that it is refused.
        let imitates = cause == CauseId::CallerBlocked || has_agent(self.context);
        let agent = imitates.then_some(self.context.user_agent);
        let test = self.context.test.map_or_else(String::new, |test| {
            let command = curl(test.method, test.url, agent, Shell::Posix);
            let right = (self.text.letter_right)(test.right);
            let values = [("command", command.as_str()), ("right", right)];
            fill(self.text.letter_test, &values)
        });
        let values = [
            ("host", self.context.host),
            ("urls", &urls.join("\n")),
            ("seen", letter.seen),
            ("answer", &self.answer(cause)),
            ("please", letter.please),
            ("test", &test),
        ];
        Some(fill(self.text.host_letter, &values))
    }

    /// Status or target of the answer, where they say something about this cause.
    fn answer(&self, cause: CauseId) -> String {
        let location = self
            .context
            .redirect
            .and_then(|redirect| redirect.to.as_ref());
        let status = self.context.answer.map(|answer| answer.status);
        match (cause, location, status) {
            (CauseId::Redirected, Some(location), _) => fill(
                self.text.letter_location,
                &[("location", &foreign::address(&location.to_string()))],
            ),
            (
                CauseId::Unreachable
                | CauseId::TlsBroken
                | CauseId::SlowAnswer
                | CauseId::CachedCallback,
                ..,
            )
            | (_, _, None) => String::new(),
            (_, _, Some(status)) => {
                fill(self.text.letter_status, &[("status", &status.to_string())])
            }
        }
    }
}

/// Whether the provider's `User-Agent` is known.
fn has_agent(context: &Context) -> bool {
    context
        .known
        .is_some_and(|gateway| gateway.provider.agent.value().is_some())
}
