//! Static files: a browser may cache them for ever, since a changed file gets a new address.

use actix_web::{App, http::header, test as asked, web};
use kinlight::web::assets;

#[actix_web::test]
async fn a_file_is_kept_for_ever_and_only_under_its_own_hash() {
    let app = asked::init_service(App::new().route(assets::ROUTE, web::get().to(assets::file))).await;
    let address = assets::address("kinlight.css").expect("there is a style");

    let got = asked::call_service(&app, asked::TestRequest::get().uri(&address).to_request()).await;
    assert!(got.status().is_success());
    assert_eq!(got.headers().get(header::CONTENT_TYPE).expect("a type"), "text/css; charset=utf-8");
    assert_eq!(
        got.headers().get(header::CACHE_CONTROL).expect("a rule"),
        "public, max-age=31536000, immutable"
    );
    assert!(!asked::read_body(got).await.is_empty());

    for missing in ["/static/0000000000000000/kinlight.css", "/static/0000000000000000/other.css"] {
        let got = asked::call_service(&app, asked::TestRequest::get().uri(missing).to_request()).await;
        assert_eq!(got.status(), 404, "{missing}");
    }
    assert_eq!(assets::address("../Cargo.toml"), None);
}

#[test]
fn styles_and_scripts_stay_small() {
    let bytes = |file: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static").join(file);
        std::fs::metadata(path).expect("the file is there").len()
    };
    assert!(bytes("kinlight.css") <= 16_000, "about 5 kB on the wire");
    assert!(bytes("kinlight.js") <= 6_000);
}
