package io.zaigang.dashboard.circular.paper;

import java.io.IOException;
import javax.xml.namespace.QName;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTOverlap;

/** A chart of Word's own, that can be edited there: stacked bars, prints well without colour. */
final class WordChart {

  private static final int WIDTH_MM = 154;
  private static final int HEIGHT_MM = 78;
  private static final int EMU_PER_MM = 36_000;
  private static final int GAP_PERCENT = 60;
  private static final int SMALL = 900;
  private static final String FULL_OVERLAP = "100";

  private WordChart() {}

  static void add(XWPFDocument document, Paper.Chart chart)
      throws IOException, InvalidFormatException {
    XWPFParagraph place = document.createParagraph();
    place.setAlignment(ParagraphAlignment.CENTER);
    place.setSpacingBefore(Twips.points(6));
    place.setKeepNext(true);
    XWPFChart word =
        document.createChart(place.createRun(), WIDTH_MM * EMU_PER_MM, HEIGHT_MM * EMU_PER_MM);
    draw(word, chart);
    XWPFParagraph caption = document.createParagraph();
    caption.setAlignment(ParagraphAlignment.CENTER);
    caption.setSpacingAfter(Twips.points(6));
    caption.setSpacingBetween(Font.FIVE * 1.5, LineSpacingRule.EXACT);
    Font.HEI.run(caption, chart.caption(), Font.FIVE);
  }

  private static void draw(XWPFChart word, Paper.Chart chart) {
    word.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis units = word.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis counts = word.createValueAxis(AxisPosition.BOTTOM);
    units.setOrientation(AxisOrientation.MAX_MIN); // first unit on top
    counts.setCrosses(AxisCrosses.MAX);
    counts.setMajorUnit(Math.max(1, Math.ceil(highest(chart) / 6.0)));
    counts.setMinimum(0);
    counts.setNumberFormat("0");
    counts
        .getOrAddMajorGridProperties()
        .setLineProperties(
            new XDDFLineProperties(
                new XDDFSolidFillProperties(
                    XDDFColor.from(new byte[] {(byte) 0xD9, (byte) 0xD9, (byte) 0xD9}))));
    XDDFBarChartData data = (XDDFBarChartData) word.createData(ChartTypes.BAR, units, counts);
    data.setBarDirection(BarDirection.BAR);
    data.setBarGrouping(BarGrouping.STACKED);
    overlap(word);
    data.setGapWidth(GAP_PERCENT);
    int size = chart.categories().size();
    String[] names = chart.categories().toArray(String[]::new);
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromArray(names, word.formatRange(range(size, 0)), 0);
    for (int i = 0; i < chart.series().size(); i++) {
      Paper.Series series = chart.series().get(i);
      XDDFNumericalDataSource<Integer> values =
          XDDFDataSourcesFactory.fromArray(
              series.values().toArray(Integer[]::new), word.formatRange(range(size, i + 1)), i + 1);
      XDDFChartData.Series added = data.addSeries(categories, values);
      added.setTitle(series.name(), word.setSheetTitle(series.name(), i + 1));
      fill((XDDFBarChartData.Series) added, ChartColours.of(i));
    }
    word.plot(data);
    smallText(word);
  }

  /** By hand: the lite schemas of POI do not have the type of this value. */
  private static void overlap(XWPFChart word) {
    CTOverlap overlap = word.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap();
    try (XmlCursor cursor = overlap.newCursor()) {
      cursor.setAttributeText(new QName("val"), FULL_OVERLAP);
    }
  }

  private static CellRangeAddress range(int size, int column) {
    return new CellRangeAddress(1, size, column, column);
  }

  private static double highest(Paper.Chart chart) {
    int highest = 0;
    for (int i = 0; i < chart.categories().size(); i++) {
      int at = i;
      highest = Math.max(highest, chart.series().stream().mapToInt(s -> s.values().get(at)).sum());
    }
    return highest;
  }

  private static void fill(XDDFBarChartData.Series series, int rgb) {
    XDDFColor colour =
        XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    series.setFillProperties(new XDDFSolidFillProperties(colour));
    CTBarSer bar = series.getCTBarSer();
    if (!bar.isSetInvertIfNegative()) {
      bar.addNewInvertIfNegative();
    }
    bar.getInvertIfNegative().setVal(false);
  }

  private static void smallText(XWPFChart word) {
    var space = word.getCTChartSpace();
    var text = space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr();
    if (text.getBodyPr() == null) {
      text.addNewBodyPr();
    }
    var run = text.addNewP().addNewPPr().addNewDefRPr();
    run.setSz(SMALL);
    run.addNewEa().setTypeface(Font.SONG.fontName());
  }
}
