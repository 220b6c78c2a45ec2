//! What every inquiry has alike: it is asked "what next?" and told "this came back", and never touches the network
//! itself. The [`Diagnosis`](crate::diagnosis::Diagnosis) of a shop is one, the [`Audit`](crate::audit::Audit) of a whole
//! site another; one driver of each hand serves them both.

/// What a hand does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<Request> {
    /// Send this, and tell its answer with [`Inquiry::observe`].
    Send(Request),
    /// Nothing until an answer is in.
    Wait,
    /// There is nothing left to ask.
    Done,
}

/// A question that takes several requests to answer. No network, no clock, no randomness.
pub trait Inquiry {
    /// Number of a request.
    type Id;
    /// What a hand sends.
    type Request;
    /// What a hand saw of it.
    type Answer;

    /// What to do next.
    fn next(&mut self) -> Step<Self::Request>;

    /// Takes the answer to a request. One that was never sent, or has its answer, is left out.
    fn observe(&mut self, id: Self::Id, answer: Self::Answer);
}
