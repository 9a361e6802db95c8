package io.zaigang.domain.circular;

import java.time.LocalDate;

/** Dates as official papers write them. */
public final class ChineseDate {

  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseDate() {}

  /** 成文日期 in Chinese numerals: 二〇二六年三月九日, 二〇二六年十二月三十一日. */
  public static String inCharacters(LocalDate date) {
    StringBuilder year = new StringBuilder();
    String.valueOf(date.getYear()).chars().forEach(c -> year.append(DIGITS.charAt(c - '0')));
    return year
        + "年"
        + upToNinetyNine(date.getMonthValue())
        + "月"
        + upToNinetyNine(date.getDayOfMonth())
        + "日";
  }

  /** 2026年3月9日, as the text itself writes dates. */
  public static String inDigits(LocalDate date) {
    return date.getYear() + "年" + monthAndDay(date);
  }

  /** 3月9日. */
  public static String monthAndDay(LocalDate date) {
    return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** 第几次: 一, 十, 十一, 二十, 九十九. */
  public static String upToNinetyNine(int number) {
    if (number < 1 || number > 99) {
      return String.valueOf(number);
    }
    int tens = number / 10;
    int ones = number % 10;
    String front = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.charAt(tens)) + "十";
    return front + (ones == 0 ? "" : DIGITS.charAt(ones));
  }
}
