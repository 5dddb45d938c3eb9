//! Turns at work that keeps a core busy: a few are let in, one is at it, and the rest are told to come again.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use super::failure::Failure;
use crate::app::App;

/// How many are let in: what each has sent is held in memory whole until its turn has come.
const LET_IN: usize = 16;

/// Who is let in, and whose turn it is.
pub struct Turns {
    places: Arc<Semaphore>,
    turn: Semaphore,
}

impl Default for Turns {
    /// One at a time: pages come first.
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(LET_IN)), turn: Semaphore::new(1) }
    }
}

impl Turns {
    /// A place among those who are let in.
    ///
    /// # Errors
    /// [`Failure::Busy`] when all are taken: to wait here would be to wait for those who send slowly.
    pub fn place(&self) -> Result<Place, Failure> {
        self.places.clone().try_acquire_owned().map(Place).map_err(|_| Failure::Busy)
    }

    /// Waits for the turn of someone who was let in.
    ///
    /// # Errors
    /// None that is known: nobody ends the turns.
    pub async fn turn(&self) -> Result<SemaphorePermit<'_>, Failure> {
        self.turn.acquire().await.map_err(|_| Failure::Broken)
    }
}

/// A place among those who are let in, given up with the answer.
pub struct Place(#[expect(dead_code, reason = "held, and never looked at")] OwnedSemaphorePermit);

impl FromRequestParts<App> for Place {
    type Rejection = Failure;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Failure> {
        // Before anything of it is read.
        app.turns.place()
    }
}
