package io.zaigang.dashboard.circular.paper;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** The fonts of official papers; where one is not installed its stand-in is used. */
enum Font {
  /** Masthead and title. */
  TITLE("方正小标宋简体", "宋体"),
  /** 一、 and table heads. */
  HEI("黑体", "SimHei"),
  /** （一）. */
  KAI("楷体", "KaiTi"),
  /** The text. */
  FANG("仿宋", "FangSong"),
  /** Page numbers. */
  SONG("宋体", "SimSun");

  /** 二号, in points. */
  static final double TWO = 22;

  /** 三号. */
  static final double THREE = 16;

  /** 四号. */
  static final double FOUR = 14;

  /** 小四. */
  static final double SMALL_FOUR = 12;

  /** 五号. */
  static final double FIVE = 10.5;

  /** 小五. */
  static final double SMALL_FIVE = 9;

  private static final String LATIN = "Times New Roman";

  private final String fontName;
  private final String standIn;

  Font(String fontName, String standIn) {
    this.fontName = fontName;
    this.standIn = standIn;
  }

  String fontName() {
    return fontName;
  }

  String standIn() {
    return standIn;
  }

  /** Appends text in this font; figures and Latin letters in Times New Roman. */
  XWPFRun run(XWPFParagraph paragraph, String text, double points) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(points);
    run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
    run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
    run.setFontFamily(fontName, XWPFRun.FontCharRange.eastAsia);
    if (!text.isEmpty()) {
      run.setText(text);
    }
    return run;
  }
}
