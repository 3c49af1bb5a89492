//! The demo's responses: one in each stage and with each of the two beginnings, in English and Arabic, with the messages that
//! followed.

use DemoProgress::*;

/// The sentence with which the responder began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoDoor {
    /// "This person is looking for me."
    LookingForMe,
    /// "I know this person."
    KnowThisPerson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoProgress {
    New,
    Claimed,
    InContact,
    /// With the outcome as in the database: reunited, contact-restored, no-match, duplicate, spam, harmful.
    Closed(&'static str),
}

/// Messages and notes after a response arrived, oldest first.
#[derive(Clone, Copy, Debug)]
pub enum DemoMessage {
    FromStaff(&'static str),
    FromResponder(&'static str),
    /// Visible to staff only.
    Note(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub struct DemoResponse {
    /// Index into [`super::people::PEOPLE`].
    pub person: usize,
    pub door: DemoDoor,
    pub progress: DemoProgress,
    pub hours_ago: i64,
    pub language: &'static str,
    pub name: &'static str,
    /// As typed by the responder; may be empty.
    pub phone: &'static str,
    pub is_safe_to_call: bool,
    pub text: &'static str,
    /// Arrived without a solved CAPTCHA or over a limit.
    pub is_slow_lane: bool,
    pub messages: &'static [DemoMessage],
}

const PLAIN: DemoResponse = DemoResponse {
    person: 0,
    door: DemoDoor::LookingForMe,
    progress: New,
    hours_ago: 1,
    language: "en",
    name: "",
    phone: "",
    is_safe_to_call: true,
    text: "",
    is_slow_lane: false,
    messages: &[],
};

pub const RESPONSES: [DemoResponse; 12] = [
    DemoResponse {
        person: 0,
        hours_ago: 2,
        name: "Demirane Fabulan",
        phone: "+999 555 0201",
        text: "This is my sister. We had a goat called Button, she will remember. I am safe and I live with friends. \
               Tell her I am sorry about the phone.",
        ..PLAIN
    },
    DemoResponse {
        person: 1,
        hours_ago: 5,
        language: "ar",
        name: "إيلارا الافتراضية",
        phone: "٠٩٩٩ ٥٥٥ ٠٢٠٢",
        text: "هذه أمي. أنا وأخي معًا وبخير. كانت الحقيبة الخضراء لي. أرجو أن تخبروها أننا نبحث عنها كل يوم.",
        ..PLAIN
    },
    DemoResponse {
        person: 6,
        door: DemoDoor::KnowThisPerson,
        hours_ago: 30,
        name: "Sister Honorvane",
        text: "I know this man. He sang in our choir some years ago. He told me about his brothers. I may know where \
               one of them works.",
        ..PLAIN
    },
    DemoResponse {
        person: 14,
        door: DemoDoor::KnowThisPerson,
        hours_ago: 51,
        name: "",
        phone: "999-555-0204",
        is_safe_to_call: false,
        text: "I was on the ferry too. A girl in yellow was brought to the clinic near the mill. Write first, others \
               can hear my phone.",
        is_slow_lane: true,
        ..PLAIN
    },
    DemoResponse {
        person: 3,
        hours_ago: 3,
        name: "Lilvane Inventa",
        phone: "+999 555 0205",
        text: "I saw this photo last month and was afraid to write. I think she is my grandmother. Now the photo is \
               gone. Can you still find her?",
        ..PLAIN
    },
    DemoResponse {
        person: 18,
        progress: Claimed,
        hours_ago: 26,
        name: "Mama Zandoria",
        phone: "+999 555 0206",
        text: "My neighbour showed me the picture. It is my boy. He has a small mark over the left eye. Let me \
               hear his voice.",
        messages: &[DemoMessage::Note(
            "Calls only after six; the neighbour's phone. Ask about the mark before the call.",
        )],
        ..PLAIN
    },
    DemoResponse {
        person: 28,
        progress: Claimed,
        hours_ago: 74,
        language: "ar",
        name: "سيفانو النموذجي",
        phone: "+٩٩٩ ٥٥٥ ٠٢٠٧",
        text: "أظن أن هذه أختي الكبرى. كان لنا بئر في الفناء وشجرة تين. عندي صورة قديمة لنا جميعًا.",
        messages: &[DemoMessage::FromStaff("شكرًا لأنك كتبت إلينا. كم أخًا وأختًا كنتم في البيت؟")],
        ..PLAIN
    },
    DemoResponse {
        person: 15,
        progress: InContact,
        hours_ago: 200,
        name: "Stefanu Demoreth",
        phone: "+999 555 0208",
        text: "That is Petronu. I am the baker. Half of my life I have kept a chair for him.",
        messages: &[
            DemoMessage::FromStaff("Thank you for writing. What did your mother bake on feast days?"),
            DemoMessage::FromResponder(
                "Bread with walnuts, and one coin inside. He always found it, I think he looked.",
            ),
            DemoMessage::Note("The coin fits what the enquirer told us. Second talk with him on Thursday."),
            DemoMessage::FromStaff(
                "This fits well. A colleague will call you. Ask for the caller-check number first.",
            ),
        ],
        ..PLAIN
    },
    DemoResponse {
        person: 10,
        progress: InContact,
        hours_ago: 120,
        language: "ar",
        name: "رامي التجريبي",
        phone: "",
        text: "السترة الحمراء كانت لي. أنا بخير وأعمل في مطبخ. ليس عندي هاتف، سأعود إلى هذه الصفحة.",
        messages: &[
            DemoMessage::FromStaff("نحن سعداء برسالتك. ما اسم الفريق الذي كنتما تشجعانه؟"),
            DemoMessage::FromResponder("كنا نشجع فريقين مختلفين ونتخاصم كل أسبوع!"),
        ],
        ..PLAIN
    },
    DemoResponse {
        person: 39,
        progress: Closed("reunited"),
        hours_ago: 900,
        name: "Odavela Inventa",
        phone: "+999 555 0210",
        text: "I was in that children's home. We had one doll for two. I have the doll.",
        messages: &[
            DemoMessage::FromStaff("Which colour was its dress?"),
            DemoMessage::FromResponder("Green, and one arm was sewn on again with white thread."),
            DemoMessage::Note(
                "Both agreed to meet. They met at our office; they asked that the photo be taken down.",
            ),
        ],
        ..PLAIN
    },
    DemoResponse {
        person: 26,
        progress: Closed("no-match"),
        hours_ago: 640,
        name: "Arundel Mockandu",
        phone: "+999 555 0211",
        text: "I was also lost in the wave and I do not know my mother's face any more. Maybe it is her.",
        messages: &[DemoMessage::Note(
            "Ages do not fit. Told him with care; his own search is opened with us now.",
        )],
        ..PLAIN
    },
    DemoResponse {
        person: 17,
        door: DemoDoor::KnowThisPerson,
        progress: Closed("spam"),
        hours_ago: 400,
        name: "Fast Finder Office",
        phone: "+999 555 0212",
        text: "We find every person in 24 hours. Send a small fee first and we send the address.",
        is_slow_lane: true,
        ..PLAIN
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::demo::people::{DemoStage, PEOPLE};

    #[test]
    fn every_answer_belongs_to_a_photo_that_was_public() {
        for response in &RESPONSES {
            let person = &PEOPLE[response.person];
            assert!(matches!(person.stage, DemoStage::Live | DemoStage::Ended), "{}", response.text);
            let is_arabic = response.text.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
            assert_eq!(is_arabic, response.language == "ar", "{}", response.text);
        }
    }

    #[test]
    fn the_queue_shows_each_stage_both_doors_and_the_slow_lane() {
        let any = |test: &dyn Fn(&DemoResponse) -> bool| RESPONSES.iter().any(test);
        for progress in [New, Claimed, InContact, Closed("reunited"), Closed("no-match"), Closed("spam")] {
            assert!(any(&|response| response.progress == progress), "{progress:?}");
        }
        for door in [DemoDoor::LookingForMe, DemoDoor::KnowThisPerson] {
            assert!(any(&|response| response.door == door), "{door:?}");
        }
        assert!(any(&|response| response.is_slow_lane && response.progress == New));
        assert!(any(&|response| !response.is_safe_to_call));
        assert!(any(&|response| response.phone.is_empty()));
        assert!(any(&|response| PEOPLE[response.person].stage == DemoStage::Ended));
    }
}
