//! Static files: a browser may cache them for ever, since a changed file gets a new address.

use actix_web::{App, http::header, test as asked, web};
use kinlight::assets;
use kinlight::web::static_files;

#[actix_web::test]
async fn a_file_is_kept_for_ever_and_only_under_its_own_hash() {
    let app =
        asked::init_service(App::new().route(static_files::ROUTE, web::get().to(static_files::file))).await;
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

#[actix_web::test]
async fn styles_and_scripts_stay_small() {
    let app =
        asked::init_service(App::new().route(static_files::ROUTE, web::get().to(static_files::file))).await;
    for (file, most) in [("kinlight.css", 4_700), ("kinlight.js", 2_500)] {
        let address = assets::address(file).expect("it is there");
        let request =
            asked::TestRequest::get().uri(&address).insert_header((header::ACCEPT_ENCODING, "gzip"));
        let got = asked::call_service(&app, request.to_request()).await;
        assert_eq!(got.headers().get(header::CONTENT_ENCODING).expect("it is packed"), "gzip", "{file}");
        let bytes = asked::read_body(got).await.len();
        assert!(bytes > 500 && bytes <= most, "{file}: {bytes} bytes on the wire, at most {most}");
    }
}
