//! A person's browser: pages, links, forms and cookies. No script runs in it.

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use scraper::{ElementRef, Html, Selector};
use std::sync::atomic::{AtomicU32, Ordering};

use super::form::Form;

#[derive(Clone)]
pub struct Browser {
    client: reqwest::Client,
    /// The face's address, without a slash at the end.
    base: String,
    /// The address that it seems to come from; it sends one as a proxy, and the tests' proxy is trusted.
    address: String,
    cookies: std::sync::Arc<reqwest::cookie::Jar>,
    /// Counts answers of 502 that were retried; without a counter nothing is retried.
    broken: Option<std::sync::Arc<AtomicU32>>,
    /// How often a page that says "try again" is loaded again.
    most_reloads: u32,
}

impl Browser {
    pub fn new(base: &str) -> Browser {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        Browser::from_address(base, &format!("10.{}.{}.{}", n / 65536, n / 256 % 256, n % 256))
    }

    pub fn from_address(base: &str, address: &str) -> Browser {
        let cookies = std::sync::Arc::new(reqwest::cookie::Jar::default());
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .cookie_provider(cookies.clone())
            .timeout(std::time::Duration::from_mins(1))
            // A server may close an idle connection just as the next form is sent on it. A browser sends the form again; this
            // client would fail the test.
            .pool_max_idle_per_host(0)
            .build()
            .unwrap();
        Browser {
            client,
            base: base.to_owned(),
            address: address.to_owned(),
            cookies,
            broken: None,
            most_reloads: 0,
        }
    }

    /// Repeats a step whose answer was 502, and counts it.
    pub fn who_presses_again(self, broken: &std::sync::Arc<AtomicU32>) -> Browser {
        Browser { broken: Some(broken.clone()), ..self }
    }

    /// Loads a page again while it says that it does not work right now. A form is not sent again.
    pub fn who_loads_again(self) -> Browser {
        Browser { most_reloads: 100, ..self }
    }

    /// Takes a cookie as if the server had set it.
    pub fn take_cookie(&self, name: &str, value: &str) {
        let url = self.base.parse().unwrap();
        self.cookies.add_cookie_str(&format!("{name}={value}; Path=/; HttpOnly"), &url);
    }

    /// The same person on another replica, with the same cookies.
    pub fn moved_to(&self, base: &str) -> Browser {
        let moved = Browser::new(base);
        for cookie in self.cookies().split("; ") {
            let (name, value) = cookie.split_once('=').expect("a cookie");
            moved.take_cookie(name, value);
        }
        moved
    }

    /// The same browser in another network, as a phone that left its Wi-Fi.
    pub fn in_network(&self, address: &str) -> Browser {
        Browser { address: address.to_owned(), ..self.clone() }
    }

    /// What the browser would send, as `name=value; …`.
    pub fn cookies(&self) -> String {
        use reqwest::cookie::CookieStore;
        let header = self.cookies.cookies(&self.base.parse().unwrap());
        header.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
    }

    pub async fn get(&self, path: &str) -> Page {
        self.follow(self.client.get(self.url(path))).await
    }

    /// One answer; a redirect is returned and not followed.
    pub async fn get_only(&self, path: &str) -> Page {
        self.ask(self.client.get(self.url(path))).await
    }

    /// The bytes of one answer, as they are sent to a browser that reads gzip.
    pub async fn packed(&self, path: &str) -> Vec<u8> {
        self.ask(self.client.get(self.url(path)).header("accept-encoding", "gzip")).await.bytes
    }

    /// One answer for a browser that says that it is this one.
    pub async fn get_as(&self, user_agent: &str, path: &str) -> Page {
        self.ask(self.client.get(self.url(path)).header("user-agent", user_agent)).await
    }

    /// Posts a form that no page offered.
    pub async fn post_only(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = urlencoded(fields.iter().copied());
        self.post_raw(path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    pub async fn post_raw(&self, path: &str, kind: &str, body: Vec<u8>) -> Page {
        self.ask(self.client.post(self.url(path)).header("content-type", kind).body(body)).await
    }

    /// Sends a form's body to a face that may be dying, and follows a redirect; `None` if no whole answer came. The cookie is
    /// sent whichever port the face has now.
    pub async fn tries(&self, base: &str, (kind, body, action): &(String, Vec<u8>, String)) -> Option<Page> {
        let request = self.client.post(format!("{base}{action}")).header("content-type", kind);
        let page = self.heard(request.body(body.clone()), action).await?;
        match page.redirect() {
            Some(to) => self.heard(self.client.get(format!("{base}{to}")), &to).await,
            None => Some(page),
        }
    }

    async fn heard(&self, request: reqwest::RequestBuilder, path: &str) -> Option<Page> {
        let answer = request.header("x-forwarded-for", &self.address).send().await.ok()?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes().await.ok()?.to_vec();
        Some(Page { status, path: path.to_owned(), headers, bytes })
    }

    pub(super) async fn send(&self, path: &str, kind: &str, body: Vec<u8>) -> Page {
        let post =
            |path: &str| self.client.post(self.url(path)).header("content-type", kind).body(body.clone());
        let mut page = self.ask(post(path)).await;
        // A 307 asks to send the same form to another address, and a browser does.
        while page.status == 307 {
            page = self.ask(post(&page.redirect().expect("an address"))).await;
        }
        match page.redirect() {
            Some(to) => self.get(&to).await,
            None => page,
        }
    }

    fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    async fn follow(&self, request: reqwest::RequestBuilder) -> Page {
        let mut page = self.loaded(request).await;
        for _ in 0..10 {
            let Some(to) = page.redirect() else { return page };
            page = self.loaded(self.client.get(self.url(&to))).await;
        }
        panic!("{} redirects in circles", page.path);
    }

    async fn loaded(&self, request: reqwest::RequestBuilder) -> Page {
        let mut page = self.ask(request.try_clone().expect("it has no body")).await;
        for _ in 0..self.most_reloads {
            if page.status != 503 {
                break;
            }
            page = self.ask(request.try_clone().expect("it has no body")).await;
        }
        page
    }

    async fn ask(&self, request: reqwest::RequestBuilder) -> Page {
        let request = request.header("x-forwarded-for", &self.address);
        loop {
            let page = answered(request.try_clone().expect("its body is at hand")).await;
            match &self.broken {
                Some(broken) if page.status == 502 => {
                    broken.fetch_add(1, Ordering::Relaxed);
                }
                _ => return page,
            }
        }
    }
}

async fn answered(request: reqwest::RequestBuilder) -> Page {
    let answer = request.send().await.expect("an answer");
    let url = answer.url().clone();
    let path = url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let bytes = answer.bytes().await.expect("a whole answer").to_vec();
    Page { status, path, headers, bytes }
}

pub fn urlencoded<'f>(fields: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let pairs: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}

#[derive(Clone)]
pub struct Page {
    pub status: u16,
    /// Path and query, after all redirects.
    pub path: String,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}\n{}", self.status, self.path, self.text())
    }
}

impl Page {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn redirect(&self) -> Option<String> {
        let to = self.headers.get(LOCATION)?.to_str().ok()?;
        (300..400).contains(&self.status).then(|| to.to_owned())
    }

    /// Fails with the page's text if the status is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Page {
        let reasons = if self.status >= 500 { super::app::failures() } else { String::new() };
        assert_eq!(self.status, status, "{self:?}\n{reasons}");
        self
    }

    /// The text that a person reads, with single spaces, and without the marks around numbers.
    pub fn text(&self) -> String {
        self.text_of("body")
    }

    pub fn text_of(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.html());
        let whole: Vec<String> = html.select(&css(selector)).map(words).collect();
        whole.join("\n")
    }

    pub fn title(&self) -> String {
        self.text_of("title")
    }

    pub fn contains(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    #[track_caller]
    pub fn says(&self, text: &str) -> &Page {
        assert!(self.contains(text), "{text:?} is missing on {self:?}");
        self
    }

    /// This attribute of all elements that match.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        html.select(&css(selector)).filter_map(|e| e.attr(attribute)).map(str::to_owned).collect()
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        html.select(&css(selector)).map(words).collect()
    }

    /// Where the link with these words leads.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = Html::parse_document(&self.html());
        let found = html.select(&css("a[href]")).find(|a| words(*a).contains(text));
        match found.and_then(|a| a.attr("href")) {
            Some(href) => href.to_owned(),
            None => panic!("no link says {text:?} on {self:?}"),
        }
    }

    pub fn has_link_to(&self, start: &str) -> Option<String> {
        self.all("a[href]", "href").into_iter().find(|href| href.starts_with(start))
    }

    /// The fault that the page shows at a field.
    pub fn fault_at(&self, field: &str) -> Option<String> {
        self.texts(&format!("#f-{field}-fault")).into_iter().next()
    }

    /// The only form with this button (its text or its name), or with an address that contains `hint`.
    #[track_caller]
    pub fn form(&self, hint: &str) -> Form {
        match Form::find(self, hint) {
            Some(form) => form,
            None => panic!("no form {hint:?} on {self:?}\n{:?}", self.texts("form")),
        }
    }

    /// The page's main form.
    #[track_caller]
    pub fn main_form(&self) -> Form {
        match Form::find(self, "") {
            Some(form) => form,
            None => panic!("no form on {self:?}"),
        }
    }
}

pub(super) fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// Visible words with single spaces, without the invisible marks that isolate directions.
pub(super) fn words(element: ElementRef<'_>) -> String {
    let raw: String = element.text().collect::<Vec<_>>().join(" ");
    let plain: String =
        raw.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
