//! A name is what somebody is called, and a number is what somebody dials. A form that thinks it knows better loses a family. 500
//! made-up names and numbers, in the forms that people in many places use: none is refused, none is changed.

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, solved};

/// First words, separator and second words of names: each first word is combined with each second word.
#[rustfmt::skip]
const PATTERNS: &[(&str, &str, &str)] = &[
    ("Amina Yusra Halimo", " ", "Warsame Cabdi Xirsi Nuur Jaamac"),
    ("Xasan Faadumo", " Axmed ", "Cilmi Maxamuud Guuleed"),
    ("N'Golo Aïssatou M'baye", " ", "N'Diaye Ouédraogo Traoré"),
    ("Aoife Seán", " ", "O'Testaigh Ní-Mhock"),
    ("María José-Luis", " de la ", "Cruz-Prueba Peña Ñáñez"),
    ("João Conceição", " dos ", "Santos-Teste Guimarães"),
    ("Nguyễn Trần", " Thị ", "Thử Ánh Đặng"),
    ("Łukasz Żaneta Święta", " ", "Próbny Źdźbło"),
    ("Þorgeir Ásdís", " ", "Prófsson Tilraunardóttir"),
    ("Jan Anna-Lien", " van der ", "Proef Test-Meijer"),
    ("Gül Çağrı İlknur", " ", "Denemeoğlu Işık Şahin"),
    ("Олена Ярослав", " ", "Тестюк Пробна-Їжак Зразкіна"),
    ("Айгүл Ұлан Қайрат", " ", "Үлгіқызы Сынақов"),
    ("محمد فاطمة عبد‌الرحمن", " ", "بن‌تجربة المثالي آل‌نموذج أبوعيّنة"),
    ("ئاوات ڕۆژین هێمن", " ", "نموونەیی تاقیکار"),
    ("پروانه میرزا‌حسین", " ", "آزمایشی نمونه‌زاده قادری‌نیا مثال‌پور"),
    ("ګلالۍ زړه‌ور څانګه", " ", "ازموینوال ښکلی ږیرن"),
    ("ሰላም ኣማኑኤል ፍረወይኒ", " ", "ተስፋ‌ፈተና ገብረሚካኤል ሃይለ"),
    ("ደስታ ትርሃስ", " ገ/", "መስቀል ሥላሴ"),
    ("আমিনা রহিম", " ", "পরীক্ষা খাতুন নমুনা"),
    ("सीता राम क्षितिज", " ", "परीक्षार्थी नमूना"),
    ("முருகன் யாழினி", " ", "சோதனை மாதிரி"),
    ("ਹਰਪ੍ਰੀਤ ਗੁਰਦੀਪ", " ", "ਸਿੰਘ-ਪਰਖ ਕੌਰ"),
    ("නිමල් සඳුනි", " ", "පරීක්ෂණ ආදර්ශ"),
    ("မောင် ဒေါ်", " ", "စမ်းသပ် နမူနာ"),
    ("สมชาย ญาดา", " ", "ทดสอบ ตัวอย่าง"),
    ("សុខា ចន្ទ", " ", "សាកល្បង គំរូ"),
    ("李 王", "", "测试 小试"),
    ("山田 テスト", "・", "太郎 サンプル"),
    ("김 남궁", "", "시험 견본"),
    ("გიორგი ნინო", " ", "ტესტაძე ნიმუშვილი"),
    ("Արամ Նարե", " ", "Փորձյան Օրինակյան"),
    ("משה רבקה", " ", "בן-ניסיון הדוגמאי"),
    ("Γιώργος Ελένη", " ", "Δοκιμόπουλος Πρότυπου"),
    ("ⵎⴰⵙⵉⵏⵉⵙⵙⴰ ⵜⵉⵏⵀⵉⵏⴰⵏ", " ", "ⴰⵔⴰⵎ"),
    ("ߡߊ߬ߡߊߘߎ߫", " ", "ߞߟߊ߬ߕߟߊ ߡߌ߬ߛߊ"),
    ("𞤀𞤥𞤭𞤲𞤢", " ", "𞤔𞤢𞤤𞤤𞤮 𞤄𞤢𞤸"),
    ("Mwalimu Kipkoech", " wa ", "Jaribio Mfano"),
    ("Ratu Siti", " binti ", "Uji Contoh"),
    ("Tāne Ho‘onani", " ", "Whakamātau Kamāʻule"),
];

/// Names that fit no pattern.
#[rustfmt::skip]
const ALONE: &[&str] = &[
    "O", "Ng", "李", "Suharto-Testo", "amina", "AMINA YUSUF", "J. R. Mockson", "Diallo, Aïssatou", "Abu Samir (Yusuf)",
    "\"Mimi\" Testova", "Hajji Ali 2nd", "Maria-del-Mar", "D’Esempio", "Dell‘Prova", "Mª Prueba", "Nur & Noor", "Ali/Aliyah",
    "Jose\u{301} Nu\u{303}ez", "van 't Voorbeeld", "de'Probi", "Bint al-Namudhaj", "Test Testsson III.", "Xxx", "Null", "None", "Anna+Ben",
    "ʿAbd al-Raḥmān", "Ƙwabu Ɗanjuma", "Ŋuŋ Ŋaar", "Ɛsi Ɔfori", "I don't know my name", "Mama Grace", "–", "@amina", "#7", "Ng'ang'a",
];

/// Made-up phone numbers, digits only.
#[rustfmt::skip]
const SUBSCRIBERS: &[&str] = &[
    "252615550100", "93205550101", "380445550102", "251115550103", "2917555104", "33155501050", "442079460106", "12025550107",
    "9647705550108", "963115550109", "249915550110", "218915550111", "8801555011200", "959555011300", "919555501140", "34955550115",
    "50255501160", "584125550117", "22790555118", "23765550119", "254705550120", "905555550121", "97155550122", "41315550123", "999555012400",
];

/// The ways in which people write one number.
fn written(number: &str, form: usize) -> String {
    let (country, rest) = number.split_at(3);
    let in_digits = |zero: char| {
        let of = |c: char| char::from_u32(zero as u32 + c.to_digit(10).unwrap_or(0)).unwrap();
        number.chars().map(of).collect::<String>()
    };
    match form {
        0 => format!("+{number}"),
        1 => format!("00 {country} {}", by(rest, 2, " ")),
        2 => format!("(0{}) {}", &rest[..2], by(&rest[2..], 3, "-")),
        3 => format!("0{}", by(rest, 2, ".")),
        4 => format!("+{}", in_digits('٠')),
        5 => by(&in_digits('۰'), 3, " "),
        6 => format!("+{country}\u{a0}{} ext. 4", by(rest, 4, "/")),
        7 => by(&in_digits('०'), 4, "–"),
        8 => format!("WhatsApp +{number}, ask for Mama Grace"),
        _ => format!("{} / {number}", in_digits('০')),
    }
}

fn by(digits: &str, many: usize, between: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(many).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

fn names() -> Vec<String> {
    let mut names: Vec<String> = ALONE.iter().map(|name| (*name).to_owned()).collect();
    for (firsts, between, seconds) in PATTERNS {
        for first in firsts.split(' ') {
            names.extend(seconds.split(' ').map(|second| format!("{first}{between}{second}")));
        }
    }
    names.push("ሀ".repeat(200));
    names.push(format!("{} Testname", "Yusuf ".repeat(31)).replace("  ", " "));
    names
}

fn numbers() -> Vec<String> {
    SUBSCRIBERS.iter().flat_map(|number| (0..10).map(|form| written(number, form))).collect()
}

/// The text that a person reads: invisible direction marks are left out, and spaces are single.
fn read(text: &str) -> String {
    let is_mark = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars().filter(is_mark).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn went_on(page: Page, typed: &str) -> Page {
    assert_eq!(page.status, 200, "{typed:?} was refused: {page:?}");
    page
}

#[tokio::test]
async fn five_hundred_names_and_numbers_are_taken_as_they_were_typed() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let (names, numbers) = (names(), numbers());
    assert!(names.len() >= 250 && numbers.len() >= 250, "{} names, {} numbers", names.len(), numbers.len());

    let visitor = at.visitor();
    let door = format!("/en/photo/{}/respond/looking-for-me", photo.number.compact());
    let asked = visitor.get(&door).await.expect(200).main_form().set("relation", "brother");
    let story = asked.submit(&visitor).await.expect(200);
    for (name, number) in names.iter().zip(numbers.iter().cycle()) {
        let contact = went_on(story.main_form().set("name", name).submit(&visitor).await, name);
        let form = contact.main_form().set("contact", "phone").set("phone", number);
        let safe = went_on(form.submit(&visitor).await, number);
        let check = went_on(safe.main_form().submit(&visitor).await, number);
        assert!(check.contains(&read(name)), "{name:?} was changed: {check:?}");
        assert!(check.contains(&read(number)), "{number:?} was changed: {check:?}");
    }
}

#[tokio::test]
async fn what_was_typed_is_what_staff_read() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let moderator = society.moderator.signs_in(&at).await;
    let (names, numbers) = (names(), numbers());
    for (name, number) in names.iter().step_by(20).zip(numbers.iter().step_by(9)) {
        let visitor = at.visitor();
        let letter =
            Letter { name, phone: Some(number), ..Letter::saying("I know her from the blue house.") };
        let check = fills(&visitor, "en", photo.number, letter).await;
        Receipt::on(&solved(&at, check.main_form()).submit(&visitor).await);
        let queue = moderator.get("/en/queue").await.expect(200);
        let response = queue.has_link_to("/en/responses/").expect("it is in the queue");
        let opened =
            moderator.get(&response).await.expect(200).form("/claim").submit(&moderator).await.expect(200);
        assert!(opened.contains(&read(name)), "{name:?} was changed: {opened:?}");
        assert!(opened.contains(&read(number)), "{number:?} was changed: {opened:?}");
        let closed = opened.form("/close").set("outcome", "no-match").set("end_publication", "no");
        closed.submit(&moderator).await.expect(200);
    }
}
