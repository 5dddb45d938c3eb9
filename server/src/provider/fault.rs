//! What is wrong with what a provider says, or somebody in its name: a kind and no values, for these are about people.

/// Why nobody is believed to be anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It cannot be reached, or takes too long.
    #[error("it could not be reached in time")]
    Unreachable,
    /// It answers with something else than was asked for, or refuses.
    #[error("it refused what was asked")]
    Refused,
    /// It answers with more than is read.
    #[error("its answer was too long")]
    TooLong,
    /// What it says cannot be read.
    #[error("its answer could not be read")]
    Unreadable,
    /// Whoever comes back is not who went.
    #[error("the state is another")]
    State,
    /// The person went no further there, or it would not let them.
    #[error("the person came back without a code")]
    SaidNo,
    /// Somebody else says it.
    #[error("the issuer is another")]
    Issuer,
    /// It is said to somebody else.
    #[error("the audience is another")]
    Audience,
    /// It is signed in a way that was not agreed.
    #[error("the algorithm is another")]
    Algorithm,
    /// It is a token for something else.
    #[error("the token is of another type")]
    Type,
    /// It is signed by a key that the provider does not publish.
    #[error("the key is not known")]
    Key,
    /// The signature is wrong.
    #[error("the signature is wrong")]
    Signature,
    /// It was made for something else.
    #[error("the nonce is another")]
    Nonce,
    /// It is over, not begun yet, or from another time altogether.
    #[error("the time is wrong")]
    Time,
    /// The provider was less sure than it was asked to be, or does not say how sure.
    #[error("the vector of trust is not one that was asked for")]
    Trust,
    /// It does not belong to the token beside it.
    #[error("the hash of the access token is wrong")]
    Hash,
    /// It is not about signing out.
    #[error("it is not a logout token")]
    NotALogout,
}
