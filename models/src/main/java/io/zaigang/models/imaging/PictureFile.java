package io.zaigang.models.imaging;

import io.zaigang.domain.picture.BgrPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Reads and writes still pictures: JPEG, PNG and whatever else OpenCV knows. */
public final class PictureFile {

  private PictureFile() {}

  /**
   * Decodes a picture as it is stored: an orientation noted in EXIF is not applied, as COCO's boxes
   * are in stored pixels.
   *
   * @throws IOException when the file cannot be read or is no picture
   */
  public static BgrPicture read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length == 0) {
      throw new IOException(file + " is empty");
    }
    try (BytePointer pointer = new BytePointer(bytes);
        Mat encoded = new Mat(1, bytes.length, opencv_core.CV_8UC1, pointer)) {
      Mat decoded =
          opencv_imgcodecs.imdecode(
              encoded, opencv_imgcodecs.IMREAD_COLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION);
      if (decoded == null || decoded.empty()) {
        throw new IOException(file + " is no picture that can be decoded");
      }
      return new MatPicture(decoded);
    }
  }
}
