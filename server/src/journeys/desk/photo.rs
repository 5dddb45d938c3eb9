//! A case worker's own photo: theirs to put there and to take away, and nobody else's to put there.

use axum::response::Response;
use own_terms_app::{form::FormState, pages};
use own_terms_domain::photo::NotAPhoto;

use crate::{
    app::App,
    photo::Photo,
    web::{
        failure::Failure,
        member::{CaseWorker, Member},
        sent::Sent,
        sent_file::SentFile,
        visit::Answer,
    },
};

/// The one that is there, and the form for another.
pub async fn show(member: Member<CaseWorker>) -> Answer {
    Ok(member.page(pages::desk::photo(&member.staff, None, &FormState::default())))
}

/// Puts one there, or takes it away.
pub async fn act(SentFile { sent, file, .. }: SentFile<CaseWorker>) -> Answer {
    if sent.held_back.is_some() {
        return Ok(again(&sent, None));
    }
    let (app, me) = (sent.member.visit.app.clone(), sent.member.staff.id);
    match sent.fields.get("do") {
        "put" => match made(&app, file).await? {
            Ok(photo) => {
                app.store.put_photo(me, &photo).await?;
                Ok(sent.go("/desk/photo", Some("desk-photo-put")))
            }
            Err(why) => Ok(again(&sent, Some(why))),
        },
        "take-away" => {
            app.store.take_photo_away(me).await?;
            Ok(sent.go("/desk/photo", Some("desk-photo-taken-away")))
        }
        _ => Err(Failure::Unreadable),
    }
}

/// The photo that a file shows, made where nobody waits for it who asks for a page.
async fn made(app: &App, file: Result<Vec<u8>, NotAPhoto>) -> Result<Result<Photo, NotAPhoto>, Failure> {
    let file = match file {
        Ok(file) => file,
        Err(why) => return Ok(Err(why)),
    };
    let turn = app.turns.turn().await?;
    let made = tokio::task::spawn_blocking(move || Photo::of_file(&file)).await;
    drop(turn);
    // None is known on which what opens pictures gives up altogether; if there is one, it is the file that is wrong.
    Ok(made.unwrap_or_else(|_| {
        tracing::error!("opening a picture failed altogether");
        Err(NotAPhoto::Damaged)
    }))
}

fn again(sent: &Sent<CaseWorker>, why: Option<NotAPhoto>) -> Response {
    let form = FormState { notice: sent.held_back, ..FormState::default() };
    sent.again(&form, pages::desk::photo(&sent.member.staff, why, &form))
}
