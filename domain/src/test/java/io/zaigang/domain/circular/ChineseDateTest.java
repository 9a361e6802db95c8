package io.zaigang.domain.circular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-09, 二〇二六年三月九日",
    "2026-10-10, 二〇二六年十月十日",
    "2026-11-11, 二〇二六年十一月十一日",
    "2026-12-20, 二〇二六年十二月二十日",
    "2030-01-31, 二〇三〇年一月三十一日"
  })
  void writesDatesAsOfficialPapersDo(LocalDate date, String expected) {
    assertThat(ChineseDate.inCharacters(date)).isEqualTo(expected);
  }
}
