package io.zaigang.domain.window;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That states read back as they were is a property of the rules' tests. */
class WindowStateCodecTest {

  private static WindowState read(int version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(version);
    out.writeBoolean(false); // no watermark
    out.writeInt(0); // nothing pending
    out.writeBoolean(false); // nothing settled
    return WindowStateCodec.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void refusesAStateFromANewerRelease() {
    assertThatThrownBy(() -> read(WindowStateCodec.VERSION + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has version 4");
  }
}
