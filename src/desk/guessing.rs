//! How often somebody may try to sign in. A guesser is slowed where the guesses come from; the member is kept out by nobody:
//! in another network, and in a browser that signed in before, each has an allowance of their own.

use std::time::Duration;
use uuid::Uuid;

use super::known_device::KnownDevice;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::stretching::Stretching;
use crate::web::Visit;

/// Counts one try at a password, before any Argon2. In which pool it is stretched, or how long to wait.
pub async fn password<'a>(visit: &'a Visit, name: &str) -> Result<&'a Stretching, Duration> {
    let (limits, metrics) = (&visit.app.limits, &visit.app.metrics);
    if let Some(device) = KnownDevice::of(visit, name) {
        let device = Subject::device(device.id, name);
        allowed(visit, limits.rates.check(Action::SignInFromDevice, &device).await)?;
        return Ok(&limits.sign_in_again);
    }
    // Beyond what anybody needs somebody guesses from many networks. To refuse would keep the member out as well.
    let (anywhere, here) = (Subject::name(name), Subject::name_from(name, &visit.network));
    let (anywhere, per_network, here) = tokio::join!(
        limits.rates.check(Action::SignInAnywhere, &anywhere),
        limits.rates.check(Action::SignInPerNetwork, &visit.network),
        limits.rates.check(Action::SignInPerName, &here),
    );
    if anywhere != Verdict::Allowed {
        metrics.name_guessed_at();
    }
    allowed(visit, per_network)?;
    allowed(visit, here)?;
    Ok(&limits.sign_in)
}

/// Counts one try at a one-time code. Who gets here has the password, so the bound holds from anywhere: five minutes and
/// many networks would be enough for the codes there are. A browser that signed in before has its own.
pub async fn code(visit: &Visit, member: Uuid, name: &str) -> Result<(), Duration> {
    let rates = &visit.app.limits.rates;
    let verdict = match KnownDevice::of(visit, name) {
        Some(device) => {
            let device = Subject::device(device.id, &member.to_string());
            rates.check(Action::SignInFromDevice, &device).await
        }
        None => rates.check(Action::SignInCode, &Subject::member(member)).await,
    };
    allowed(visit, verdict)
}

fn allowed(visit: &Visit, verdict: Verdict) -> Result<(), Duration> {
    match verdict {
        Verdict::Allowed => Ok(()),
        Verdict::Over { retry_after } => {
            visit.app.metrics.sign_in_throttled();
            Err(retry_after)
        }
    }
}
