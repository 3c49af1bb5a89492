//! Where pictures are stored.

use std::path::{Path, PathBuf};

use super::Secret;
use super::reader::Reader;

#[derive(Clone, Debug)]
pub enum BlobSettings {
    Folder(PathBuf),
    S3 {
        endpoint: String,
        region: String,
        bucket: String,
        access_key: String,
        secret_key: Secret,
        is_path_style: bool,
        has_checksums_when_required: bool,
    },
}

impl BlobSettings {
    pub(super) fn read(r: &mut Reader, data_dir: &Path) -> BlobSettings {
        match r.text("blobs").as_str() {
            "folder" => BlobSettings::Folder(data_dir.join("blobs")),
            "s3" => {
                for name in ["s3_endpoint", "s3_bucket", "s3_access_key", "s3_secret_key"] {
                    if r.text(name).is_empty() {
                        r.fault(name, "needed because blobs = s3");
                    }
                }
                BlobSettings::S3 {
                    endpoint: r.text("s3_endpoint"),
                    region: r.text("s3_region"),
                    bucket: r.text("s3_bucket"),
                    access_key: r.text("s3_access_key"),
                    secret_key: Secret(r.text("s3_secret_key")),
                    is_path_style: r.parsed("s3_path_style", "true or false"),
                    has_checksums_when_required: r.parsed("s3_checksums_when_required", "true or false"),
                }
            }
            other => {
                let fault = format!("folder or s3 was expected, not {other:?}");
                r.fault("blobs", fault);
                BlobSettings::Folder(data_dir.join("blobs"))
            }
        }
    }
}
