mod blobs;
mod harness;
