//! The net: YuNet of 2023, on a runtime in pure Rust. Invariant: it sees only our own pixels, in one thread, and its output is
//! data, never a panic.

use std::sync::Arc;

use rten::{Model, NodeId, RunOptions, ThreadPool, Value};

use super::FaceError;
use super::candidates::{Grid, STRIDES};
use super::sheet::Planes;

/// The picture's height and width in the model file: two dimensions (field 1), each with the value (field 1) 640.
const FIXED: &[u8] = &[0x0a, 3, 0x08, 0x80, 5, 0x0a, 3, 0x08, 0x80, 5];
/// The same with the names `h` and `w` (field 2): no layer of the net needs a fixed size, only multiples of 32.
const FREE: &[u8] = &[0x0a, 3, 0x12, 1, b'h', 0x0a, 3, 0x12, 1, b'w'];

/// NOTICE has its origin, licence and checksum.
const MODEL: &[u8] = include_bytes!("../../models/face_detection_yunet_2023mar.onnx");

pub(super) struct Net {
    model: Model,
    input: NodeId,
    /// For each stride: classes, objects, boxes, marks.
    outputs: [NodeId; 12],
    thread: Arc<ThreadPool>,
}

impl Net {
    /// Takes a few milliseconds, and starts every thread that will ever run, so a sandbox must be closed after this.
    pub fn load() -> Result<Self, FaceError> {
        let model = Model::load(with_free_size()?).map_err(|_| FaceError::Model)?;
        let node = |name: &str| model.node_id(name).map_err(|_| FaceError::Model);
        let input = node("input")?;
        let mut outputs = [input; 12];
        for (stride, ids) in STRIDES.iter().zip(outputs.as_chunks_mut::<4>().0) {
            for (kind, id) in ["cls", "obj", "bbox", "kps"].iter().zip(ids) {
                *id = node(&format!("{kind}_{stride}"))?;
            }
        }
        // The runtime also asks for its shared pool, even if another one is given. It stays idle.
        rten::thread_pool();
        Ok(Self { model, input, outputs, thread: Arc::new(ThreadPool::with_num_threads(1)) })
    }

    pub fn run(&self, planes: Planes) -> Result<Vec<Grid>, FaceError> {
        let (width, shape) = (planes.width, [1, 3, planes.height, planes.width]);
        let image = Value::from_shape(shape, planes.values).map_err(|_| FaceError::Run)?;
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.thread)));
        let inputs = vec![(self.input, image.into())];
        let values = self.model.run(inputs, &self.outputs, Some(options)).map_err(|_| FaceError::Run)?;
        let mut values = values.into_iter().map(numbers);
        let mut next = || values.next().unwrap_or(Err(FaceError::Run));
        let mut grid = |stride: usize| {
            let (classes, objects, boxes, marks) = (next()?, next()?, next()?, next()?);
            Ok(Grid { stride, across: width / stride, classes, objects, boxes, marks })
        };
        STRIDES.into_iter().map(&mut grid).collect()
    }
}

fn numbers(value: Value) -> Result<Vec<f32>, FaceError> {
    value.into_shape_vec::<f32, 3>().map(|(_, numbers)| numbers).map_err(|_| FaceError::Run)
}

fn with_free_size() -> Result<Vec<u8>, FaceError> {
    let at = MODEL.windows(FIXED.len()).position(|bytes| bytes == FIXED).ok_or(FaceError::Model)?;
    let mut model = MODEL.to_vec();
    model[at..at + FREE.len()].copy_from_slice(FREE);
    Ok(model)
}
