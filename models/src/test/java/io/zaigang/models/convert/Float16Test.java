package io.zaigang.models.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {

  @ParameterizedTest
  @CsvSource({
    "0x0000, 0.0",
    "0x3c00, 1.0",
    "0xc000, -2.0",
    "0x7bff, 65504.0",
    "0x0400, 6.103515625E-5",
    "0x0001, 5.9604645E-8",
    "0x83ff, -6.097555E-5",
    "0x3555, 0.33325195",
    "0x7c00, Infinity",
    "0xfc00, -Infinity",
    "0x7e00, NaN"
  })
  void readsHalvesExactly(String bits, float value) {
    assertThat(Float16.toFloat(Integer.decode(bits).shortValue())).isEqualTo(Float.valueOf(value));
  }
}
