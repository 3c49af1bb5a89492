//! A form as a browser without scripts fills and sends it: hidden and preselected values are sent too.

use scraper::{ElementRef, Html};

use super::browser::{Browser, Page, css, urlencoded, words};

#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    is_get: bool,
    is_multipart: bool,
    fields: Vec<(String, String)>,
    /// Names of the fields that can be filled, with their allowed values (`None`: any value).
    offered: Vec<(String, Option<String>)>,
    buttons: Vec<Button>,
    files: Vec<(String, String, Vec<u8>)>,
}

#[derive(Clone, Debug)]
struct Button {
    name: String,
    value: String,
    words: String,
    action: Option<String>,
}

impl Form {
    pub(super) fn find(page: &Page, hint: &str) -> Option<Form> {
        let html = Html::parse_document(&page.html());
        let forms: Vec<Form> =
            html.select(&css("form")).map(|form| Form::read(form, &html, &page.path)).collect();
        let by_button = |form: &&Form| form.buttons.iter().any(|b| b.words.contains(hint) || b.name == hint);
        if hint.is_empty() {
            // The page's main form is the one that posts and has the most fields.
            return forms.into_iter().filter(|f| !f.is_get).max_by_key(|f| f.offered.len());
        }
        let found = forms.iter().find(by_button).or(forms.iter().find(|form| form.leads_to(hint)))?;
        Some(found.clone().with_first(hint))
    }

    fn leads_to(&self, hint: &str) -> bool {
        let by_button = |button: &Button| button.action.as_ref().is_some_and(|action| action.contains(hint));
        self.action.contains(hint) || self.buttons.iter().any(by_button)
    }

    /// If the hint is a button's own address, the form is sent with that button.
    fn with_first(mut self, hint: &str) -> Form {
        if self.action.contains(hint) {
            return self;
        }
        let is_meant = |button: &Button| {
            let leads = button.action.as_ref();
            leads.is_some_and(|action| action.contains(hint) || button.words.contains(hint))
        };
        if let Some(at) = self.buttons.iter().position(is_meant) {
            self.buttons[..=at].rotate_right(1);
        }
        self
    }

    fn read(form: ElementRef<'_>, html: &Html, path: &str) -> Form {
        let here = path.split('?').next().unwrap_or(path);
        let action = match form.attr("action") {
            None | Some("") => path.to_owned(),
            Some(query) if query.starts_with('?') => format!("{here}{query}"),
            Some(other) if other.starts_with('/') || other.starts_with("http") => other.to_owned(),
            Some(other) => format!("{}/{other}", here.rsplit_once('/').map_or("", |(before, _)| before)),
        };
        let mut read = Form {
            action,
            is_get: !form.attr("method").is_some_and(|m| m.eq_ignore_ascii_case("post")),
            is_multipart: form.attr("enctype") == Some("multipart/form-data"),
            fields: Vec::new(),
            offered: Vec::new(),
            buttons: Vec::new(),
            files: Vec::new(),
        };
        let own: Vec<ElementRef<'_>> = form.select(&css("input, textarea, select, button")).collect();
        let outside: Vec<ElementRef<'_>> = match form.attr("id") {
            Some(id) => html.select(&css(&format!("[form=\"{id}\"]"))).collect(),
            None => Vec::new(),
        };
        for element in own.into_iter().chain(outside) {
            read.take(element);
        }
        read
    }

    fn take(&mut self, element: ElementRef<'_>) {
        let name = element.attr("name").unwrap_or_default().to_owned();
        let value = element.attr("value").unwrap_or_default().to_owned();
        let is = |attribute: &str| element.attr(attribute).is_some();
        match (element.value().name(), element.attr("type").unwrap_or("text")) {
            ("button", "button" | "reset") | ("input", "button" | "reset" | "image") => {}
            ("button", _) | ("input", "submit") => {
                let words = if element.value().name() == "button" { words(element) } else { value.clone() };
                let action = element.attr("formaction").map(str::to_owned);
                self.buttons.push(Button { name, value, words, action });
            }
            _ if name.is_empty() || is("disabled") => {}
            ("input", "radio" | "checkbox") => {
                let value = if is("value") { value } else { "on".to_owned() };
                if is("checked") {
                    self.fields.push((name.clone(), value.clone()));
                }
                self.offered.push((name, Some(value)));
            }
            ("input", "file") => self.offered.push((name, None)),
            ("input", "hidden") => self.fields.push((name, value)),
            ("select", _) => {
                let options: Vec<(String, bool)> = element
                    .select(&css("option"))
                    .map(|o| {
                        (
                            o.attr("value").map_or_else(|| words(o), str::to_owned),
                            o.attr("selected").is_some(),
                        )
                    })
                    .collect();
                let chosen = options.iter().find(|(_, chosen)| *chosen).or(options.first());
                if let Some((value, _)) = chosen {
                    self.fields.push((name.clone(), value.clone()));
                }
                self.offered.extend(options.into_iter().map(|(value, _)| (name.clone(), Some(value))));
            }
            ("textarea", _) => {
                let text: String = element.text().collect();
                self.fields.push((name.clone(), text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                self.offered.push((name, None));
            }
            _ => {
                self.fields.push((name.clone(), value));
                self.offered.push((name, None));
            }
        }
    }

    /// Types into a field, or chooses one of several.
    #[track_caller]
    pub fn set(mut self, name: &str, value: &str) -> Form {
        self.must_offer(name, value);
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks one box; ticked boxes of that name stay ticked.
    #[track_caller]
    pub fn tick(mut self, name: &str, value: &str) -> Form {
        self.must_offer(name, value);
        self.fields.retain(|(n, v)| !(n == name && v == value));
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks every box of that name.
    #[track_caller]
    pub fn tick_all(mut self, name: &str) -> Form {
        let values: Vec<String> =
            self.offered.iter().filter(|(n, _)| n == name).filter_map(|(_, v)| v.clone()).collect();
        assert!(!values.is_empty(), "no boxes {name:?} among {:?}", self.offered);
        for value in values {
            self = self.tick(name, &value);
        }
        self
    }

    /// Sets what no browser would send: a changed hidden field, or a value that was not offered.
    pub fn forge(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Form {
        self.fields.retain(|(n, _)| n != name);
        self
    }

    #[track_caller]
    pub fn file(mut self, name: &str, file_name: &str, bytes: &[u8]) -> Form {
        assert!(self.is_multipart, "this form can't send a file");
        self.must_offer(name, "");
        self.files.push((name.to_owned(), file_name.to_owned(), bytes.to_vec()));
        self
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(n, _)| n == name) || self.offered.iter().any(|(n, _)| n == name)
    }

    pub fn offers(&self, name: &str) -> Vec<&str> {
        self.offered.iter().filter(|(n, _)| n == name).filter_map(|(_, v)| v.as_deref()).collect()
    }

    /// Sends with the first button, as the Enter key does.
    pub async fn submit(self, browser: &Browser) -> Page {
        let first = self.buttons.first().cloned();
        self.send(browser, first).await
    }

    /// Sends with the button of this name or text.
    pub async fn press(self, browser: &Browser, button: &str) -> Page {
        let found =
            self.buttons.iter().find(|b| b.name == button || b.value == button || b.words.contains(button));
        let found = found.cloned().unwrap_or_else(|| panic!("no button {button:?} among {:?}", self.buttons));
        self.send(browser, Some(found)).await
    }

    async fn send(self, browser: &Browser, button: Option<Button>) -> Page {
        let (kind, body, action) = self.body(button);
        if self.is_get {
            let path = action.split('?').next().unwrap_or(&action).to_owned();
            return browser.get(&format!("{path}?{}", String::from_utf8(body).unwrap())).await;
        }
        browser.send(&action, &kind, body).await
    }

    /// Content type, body and address that the first button would send, for a test that sends them twice.
    pub fn sealed(&self) -> (String, Vec<u8>, String) {
        self.body(self.buttons.first().cloned())
    }

    fn body(&self, button: Option<Button>) -> (String, Vec<u8>, String) {
        let mut fields = self.fields.clone();
        let mut action = self.action.clone();
        if let Some(button) = button {
            action = button.action.unwrap_or(action);
            if !button.name.is_empty() {
                fields.push((button.name, button.value));
            }
        }
        if !self.is_multipart || self.is_get {
            let body = urlencoded(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            return ("application/x-www-form-urlencoded".to_owned(), body.into_bytes(), action);
        }
        let boundary = "----kinlight-test-boundary-7f3a";
        let mut body = Vec::new();
        for (name, value) in &fields {
            let head =
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (name, file_name, bytes) in &self.files {
            let head = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        (format!("multipart/form-data; boundary={boundary}"), body, action)
    }

    #[track_caller]
    fn must_offer(&self, name: &str, value: &str) {
        let offers: Vec<&Option<String>> =
            self.offered.iter().filter(|(n, _)| n == name).map(|(_, v)| v).collect();
        let fits = offers.iter().any(|o| o.as_deref().is_none_or(|offered| offered == value));
        assert!(fits, "{name:?} = {value:?} is not offered; there is {:?}", self.offered);
    }
}
