//! A desk form outside its session: after the lock, the session's end or another sign-in. Its texts are read for the member who
//! typed them; files are not kept, and no stranger's upload is read.

use actix_multipart::Multipart;
use actix_web::{HttpRequest, dev::Payload, web};
use futures_util::StreamExt;

use super::{Form, MOST_FORM_BYTES, MOST_UPLOAD_BYTES, PAUSES_AN_UPLOAD, in_time, is_multipart, patient};
use crate::app::App;
use crate::ids::StaffId;
use crate::web::{Error, typed};

impl Form {
    /// The form's texts, and whose form it is. When room is short, a form without a valid mark is not read on unless somebody is
    /// signed in.
    pub async fn marked(
        request: &HttpRequest,
        payload: Payload,
        is_signed_in: bool,
    ) -> Result<(Option<StaffId>, Form), Error> {
        let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
        let slow_for = app.config.slow_for;
        let mut form = if is_multipart(request) {
            let parts = Multipart::new(request.headers(), patient(payload, slow_for));
            in_time(slow_for * PAUSES_AN_UPLOAD, read_texts(parts, app)).await?
        } else {
            Form::plain(request, payload, |token| is_signed_in || typed::typist(app, token).is_some()).await?
        };
        form.break_lines_once();
        Ok((typed::typist(app, form.text("csrf")), form))
    }
}

/// Reads only the texts, and only after a valid mark; files are skipped.
async fn read_texts(mut parts: Multipart, app: &App) -> Result<Form, Error> {
    let mut form = Form::default();
    let (mut total, mut text_total) = (0, 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| Error::BadForm)?;
        let disposition = part.content_disposition();
        let name = disposition.and_then(|d| d.get_name()).unwrap_or_default().to_owned();
        let is_file = disposition.is_some_and(|d| d.get_filename().is_some());
        if form.fields.is_empty() && (is_file || name != "csrf") {
            return Err(Error::NoToken);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| Error::BadForm)?;
            total += chunk.len();
            text_total += if is_file { 0 } else { chunk.len() };
            if total > MOST_UPLOAD_BYTES || text_total > MOST_FORM_BYTES {
                return Err(Error::TooLarge);
            }
            form.has_lost_file |= is_file && !chunk.is_empty();
            if !is_file {
                bytes.extend_from_slice(&chunk);
            }
        }
        if !is_file {
            let value = String::from_utf8(bytes).map_err(|_| Error::BadForm)?;
            form.fields.entry(name).or_default().push(value);
            if typed::typist(app, form.text("csrf")).is_none() {
                return Err(Error::NoToken);
            }
        }
    }
    Ok(form)
}
