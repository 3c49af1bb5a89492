//! The default limits. They are generous per network, because a whole camp may share one address.

use std::time::Duration;

use super::Action;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// `at_once` in a row, and then one more after each `refill`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub at_once: u32,
    pub refill: Duration,
}

impl Limit {
    /// `count` in a row, as many again spread over the `period` that follows.
    pub const fn per(period: Duration, count: u32) -> Limit {
        let count = if count == 0 { 1 } else { count };
        Limit { at_once: count, refill: Duration::from_nanos((period.as_nanos() / count as u128) as u64) }
    }

    /// `count` and no more while whatever lives for `lifetime` lives.
    pub const fn in_all(lifetime: Duration, count: u32) -> Limit {
        Limit { at_once: count, refill: lifetime }
    }

    /// How far ahead of now a debt may reach before the next is refused: the algorithm's tau.
    pub const fn tolerance(&self) -> Duration {
        self.refill.saturating_mul(self.at_once.saturating_sub(1))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitSettings {
    /// Filtered searches of a solved pass, in its hour.
    pub searches: Limit,
    /// Filtered searches of a waited pass, in its hour.
    pub searches_after_wait: Limit,
    /// Responses of a solved pass, in its hour; further ones wait in the slow lane.
    pub responses_per_pass: Limit,
    /// Responses of a network; further ones wait in the slow lane.
    pub responses_per_network: Limit,
    /// Photo numbers of a network without a CAPTCHA. Of 9 million numbers few are in use: guessing finds little.
    pub number_look_ups: Limit,
    /// Receipt and withdrawal codes of a network without a CAPTCHA, right or wrong; each costs an Argon2.
    pub receipt_look_ups_per_network: Limit,
    /// Codes of a network that opened nothing. "Slows after 5."
    pub receipt_misses: Limit,
    /// Messages into one mailbox.
    pub messages_per_mailbox: Limit,
    /// Sign-ins under one name from one network.
    pub sign_ins_per_name: Limit,
    /// Sign-ins under one name from a device that signed in under it before.
    pub sign_ins_from_device: Limit,
    /// Sign-ins under one name from anywhere: beyond it somebody guesses from many networks, and an alert says so.
    pub sign_ins_anywhere: Limit,
    /// One-time codes of one member: of a million, few may be tried by who has the password.
    pub sign_in_codes: Limit,
    /// Sign-ins of one network, an office for example.
    pub sign_ins_per_network: Limit,
    /// CAPTCHA pictures and sounds of a network.
    pub captcha_images: Limit,
    /// "I can't do this" of a network.
    pub wait_tickets: Limit,
    /// Posters and other files of a network.
    pub downloads: Limit,
    /// Steps of forms that are kept for a network; further ones travel in their pages.
    pub form_steps: Limit,
    /// Short receipt codes of a network, fewer at once than lie ready; further ones are long.
    pub drawn_codes: Limit,
    /// Subjects remembered per action in this process. Beyond it newcomers share counts among themselves, so memory stays bounded
    /// Short receipt codes for a network, at once fewer than the stock; further ones are long.
    pub most_subjects: usize,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            searches: Limit::in_all(HOUR, 60),
            searches_after_wait: Limit::in_all(HOUR, 10),
            responses_per_pass: Limit::in_all(HOUR, 3),
            responses_per_network: Limit::per(HOUR, 20),
            number_look_ups: Limit::per(HOUR, 120),
            receipt_look_ups_per_network: Limit::per(HOUR, 60),
            receipt_misses: Limit::per(HOUR, 5),
            messages_per_mailbox: Limit::per(DAY, 20),
            sign_ins_per_name: Limit { at_once: 10, refill: MINUTE },
            sign_ins_from_device: Limit { at_once: 10, refill: MINUTE },
            sign_ins_anywhere: Limit { at_once: 30, refill: MINUTE },
            sign_in_codes: Limit { at_once: 10, refill: MINUTE },
            sign_ins_per_network: Limit { at_once: 60, refill: MINUTE },
            captcha_images: Limit::per(HOUR, 600),
            wait_tickets: Limit::per(HOUR, 120),
            downloads: Limit::per(HOUR, 120),
            drawn_codes: Limit { at_once: 20, refill: Duration::from_secs(30) },
            form_steps: Limit::per(HOUR, 1_200),
            most_subjects: 50_000,
        }
    }
}

impl LimitSettings {
    pub fn of(&self, action: Action) -> Limit {
        match action {
            Action::Search => self.searches,
            Action::SearchAfterWait => self.searches_after_wait,
            Action::RespondPerPass => self.responses_per_pass,
            Action::RespondPerNetwork => self.responses_per_network,
            Action::NumberLookUp => self.number_look_ups,
            Action::ReceiptLookUpPerNetwork => self.receipt_look_ups_per_network,
            Action::ReceiptMisses => self.receipt_misses,
            Action::MessagePerMailbox => self.messages_per_mailbox,
            Action::SignInPerName => self.sign_ins_per_name,
            Action::SignInPerNetwork => self.sign_ins_per_network,
            Action::CaptchaImages => self.captcha_images,
            Action::WaitTicket => self.wait_tickets,
            Action::Download => self.downloads,
            Action::SignInFromDevice => self.sign_ins_from_device,
            Action::SignInAnywhere => self.sign_ins_anywhere,
            Action::SignInCode => self.sign_in_codes,
            Action::DrawCode => self.drawn_codes,
            Action::FormStep => self.form_steps,
        }
    }
}
