//! The default limits. They are generous per network, because a whole camp may share one address.

use std::time::Duration;

use super::Action;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// `at_once` in a row, then one more after each `refill`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub at_once: u32,
    pub refill: Duration,
}

impl Limit {
    /// `count` in a row, then as many again, evenly spread over the next `period`.
    pub const fn per(period: Duration, count: u32) -> Limit {
        let count = if count == 0 { 1 } else { count };
        Limit { at_once: count, refill: Duration::from_nanos((period.as_nanos() / count as u128) as u64) }
    }

    /// At most `count` during the lifetime of the subject.
    pub const fn in_all(lifetime: Duration, count: u32) -> Limit {
        Limit { at_once: count, refill: lifetime }
    }

    /// How far a debt may reach into the future before the next request is refused: the algorithm's tau.
    pub const fn tolerance(&self) -> Duration {
        self.refill.saturating_mul(self.at_once.saturating_sub(1))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitSettings {
    /// Filtered searches under a pass from a solved CAPTCHA, in its hour.
    pub searches: Limit,
    /// Filtered searches under a pass from waiting, in its hour.
    pub searches_after_wait: Limit,
    /// Responses under a pass from a solved CAPTCHA, in its hour; further ones go to the slow lane.
    pub responses_per_pass: Limit,
    /// Responses with solved digits from a network; further ones go to the slow lane.
    pub responses_per_network: Limit,
    /// Photo numbers looked up from a network without a CAPTCHA. There are 9 million numbers and few in use, so guessing finds
    /// little.
    pub number_look_ups: Limit,
    /// Receipt and withdrawal codes looked up from a network without a CAPTCHA, right or wrong; each short one costs an Argon2.
    pub receipt_look_ups_per_network: Limit,
    /// Codes from a network that opened nothing. "Slows after 5."
    pub receipt_misses: Limit,
    /// Messages into one mailbox.
    pub messages_per_mailbox: Limit,
    /// Sign-ins under one name from one network.
    pub sign_ins_per_name: Limit,
    /// Sign-ins under one name from a device that signed in under it before.
    pub sign_ins_from_device: Limit,
    /// Sign-ins under one name from any network: above this, somebody guesses from many networks, and an alert says so.
    pub sign_ins_anywhere: Limit,
    /// One-time codes of one member: somebody who has the password may try only a few of the million.
    pub sign_in_codes: Limit,
    /// Sign-ins from one network, for example an office.
    pub sign_ins_per_network: Limit,
    /// CAPTCHA pictures and sounds for a network.
    pub captcha_images: Limit,
    /// Uses of "I can't do this" from a network.
    pub wait_tickets: Limit,
    /// Form steps saved for a network; further ones travel in their pages.
    pub form_steps: Limit,
    /// Short receipt codes for a network, at once fewer than the stock; further ones are long.
    pub drawn_codes: Limit,
    /// Passes for solved digits in a network. A program solves any number, so a pass is worth what its network may have.
    pub passes_per_network: Limit,
    /// Wrong digits in a network: a program that reads pictures misses more often than people do.
    pub digit_misses: Limit,
    /// Waits that end in a network: a few at once, then one after the other, however many began together.
    pub waits_over: Limit,
    /// Responses about a danger or a removal without solved digits, to one photo from one network; further ones join the rush.
    pub flags_per_photo_and_network: Limit,
    /// The same from one network to all photos.
    pub flags_per_network: Limit,
    /// The same to one photo from all networks.
    pub flags_per_photo: Limit,
    /// Subjects stored per action in this process. Above this, new ones share counts, so memory stays bounded (23 actions of
    /// 50,000 at some 60 bytes: at worst 70 MB).
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
            drawn_codes: Limit { at_once: 20, refill: Duration::from_secs(30) },
            form_steps: Limit::per(HOUR, 1_200),
            passes_per_network: Limit::per(HOUR, 60),
            digit_misses: Limit::per(HOUR, 30),
            waits_over: Limit { at_once: 3, refill: Duration::from_secs(20) },
            flags_per_photo_and_network: Limit::per(HOUR, 3),
            flags_per_network: Limit::per(HOUR, 10),
            flags_per_photo: Limit::per(HOUR, 30),
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
            Action::SignInFromDevice => self.sign_ins_from_device,
            Action::SignInAnywhere => self.sign_ins_anywhere,
            Action::SignInCode => self.sign_in_codes,
            Action::DrawCode => self.drawn_codes,
            Action::FormStep => self.form_steps,
            Action::PassPerNetwork => self.passes_per_network,
            Action::DigitMisses => self.digit_misses,
            Action::WaitOver => self.waits_over,
            Action::FlagPerPhotoAndNetwork => self.flags_per_photo_and_network,
            Action::FlagPerNetwork => self.flags_per_network,
            Action::FlagPerPhoto => self.flags_per_photo,
        }
    }
}
