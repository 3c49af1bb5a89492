//! How often somebody may try to sign in. Only the network that guesses is slowed. The member is never locked out: every other
//! network, and every browser that signed in before, has an allowance of its own.

use std::time::Duration;

use super::known_device::KnownDevice;
use crate::ids::StaffId;
use crate::rate_limits::{Action, Subject, Verdict};
use crate::stretching::Stretching;
use crate::web::Visit;

/// Counts one try at a password, before any Argon2. Returns the pool for stretching it, or how long to wait.
pub async fn password<'a>(visit: &'a Visit, name: &str) -> Result<&'a Stretching, Duration> {
    let (limits, metrics) = (&visit.app.limits, &visit.app.metrics);
    if let Some(device) = KnownDevice::of(visit, name) {
        let device = Subject::device(device.id, name);
        allowed(visit, limits.rates.check(Action::SignInFromDevice, &device).await)?;
        return Ok(&limits.sign_in_again);
    }
    // More tries than any member needs: somebody guesses from many networks. Refusing would keep the member out too, so it is
    // only counted.
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

/// Counts one try at a one-time code. The visitor already has the password, so this limit counts all networks together: in five
/// minutes, many networks could try every code. A browser that signed in before has a limit of its own.
pub async fn code(visit: &Visit, member: StaffId, name: &str) -> Result<(), Duration> {
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
