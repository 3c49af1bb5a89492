//! The demo's poster, made as a case worker would: a Society's newest photos, in English and Arabic.

use crate::app::App;
use crate::clock::Moment;
use crate::i18n::Audience;
use crate::posters::making::{self, Printing, Site};
use crate::posters::{Paper, PerPage};
use crate::publications::postable;
use crate::staff::{Staff, roles};

type Fault = Box<dyn std::error::Error>;

/// Makes no poster if nobody agreed to posters, as in a very small demo.
pub(super) async fn of_the_new(app: &App, by: &Staff<roles::MakePosters>, now: Moment) -> Result<(), Fault> {
    let (db, texts) = (&app.db.desk, app.pages.texts());
    let mut photos = postable::today(db, by.society, now.date()).await?;
    photos.truncate(PerPage::Six.count());
    if photos.is_empty() {
        return Ok(());
    }
    let languages = (texts.english(), texts.language(Audience::Public, "ar"));
    let printing = Printing { paper: Paper::A4, per_page: PerPage::Six, languages, ends_on: None };
    let site = Site { public_url: &app.config.public_url, texts };
    making::make(app.stores(), by, photos, (printing, site), now).await?;
    app.refresh_catalogue().await;
    Ok(())
}
