//! The net: YuNet of 2023, on a runtime in pure Rust. Invariant: it sees our own pixels only, in one thread,
//! and what it says is data, never a panic.

use std::sync::Arc;

use rten::{Model, NodeId, RunOptions, ThreadPool, Value};

use super::FaceError;
use super::candidates::{Grid, SIDE, STRIDES};

/// Where it comes from, its licence and its checksum are in NOTICE.
const MODEL: &[u8] = include_bytes!("../../models/face_detection_yunet_2023mar.onnx");

pub(super) struct Net {
    model: Model,
    input: NodeId,
    /// Per stride: classes, objects, boxes, marks.
    outputs: [NodeId; 12],
    thread: Arc<ThreadPool>,
}

impl Net {
    /// Takes a few milliseconds, and starts every thread that will ever run: whoever closes a sandbox does it after.
    pub fn load() -> Result<Self, FaceError> {
        let model = Model::load_static_slice(MODEL).map_err(|_| FaceError::Model)?;
        let node = |name: &str| model.node_id(name).map_err(|_| FaceError::Model);
        let input = node("input")?;
        let mut outputs = [input; 12];
        for (stride, ids) in STRIDES.iter().zip(outputs.as_chunks_mut::<4>().0) {
            for (kind, id) in ["cls", "obj", "bbox", "kps"].iter().zip(ids) {
                *id = node(&format!("{kind}_{stride}"))?;
            }
        }
        // The runtime asks for its shared pool too, even when another one is given. It stays idle.
        rten::thread_pool();
        Ok(Self { model, input, outputs, thread: Arc::new(ThreadPool::with_num_threads(1)) })
    }

    /// `planes`: blue, green, red, each `SIDE` by `SIDE`, 0 to 255.
    pub fn run(&self, planes: Vec<f32>) -> Result<Vec<Grid>, FaceError> {
        let image = Value::from_shape(&[1, 3, SIDE, SIDE], planes).map_err(|_| FaceError::Run)?;
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.thread)));
        let inputs = vec![(self.input, image.into())];
        let values = self.model.run(inputs, &self.outputs, Some(options)).map_err(|_| FaceError::Run)?;
        let mut numbers = values.into_iter().map(numbers);
        let mut next = || numbers.next().unwrap_or(Err(FaceError::Run));
        let grid = |stride: &usize| {
            Ok(Grid { stride: *stride, classes: next()?, objects: next()?, boxes: next()?, marks: next()? })
        };
        STRIDES.iter().map(grid).collect()
    }
}

fn numbers(value: Value) -> Result<Vec<f32>, FaceError> {
    value.into_shape_vec::<f32, 3>().map(|(_, numbers)| numbers).map_err(|_| FaceError::Run)
}
