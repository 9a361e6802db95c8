package io.zaigang.dashboard.circular.paper;

/** A chart as SVG for the printable page: stacked columns with their sums above. */
final class SvgChart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 250;
  private static final int BASE = 180;
  private static final int TOP = 24;
  private static final int LABEL_CHARACTERS = 6;

  private SvgChart() {}

  static String draw(Paper.Chart chart) {
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\" font-size=\"11\">"
                .formatted(WIDTH, HEIGHT));
    int columns = chart.categories().size();
    double step = (double) WIDTH / Math.max(1, columns);
    double width = Math.min(48, step * 0.55);
    int highest = 1;
    for (int i = 0; i < columns; i++) {
      highest = Math.max(highest, sum(chart, i));
    }
    for (int i = 0; i < columns; i++) {
      column(svg, chart, i, new Place(step * i + (step - width) / 2, width, highest));
    }
    svg.append(
        "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#595959\"/>"
            .formatted(WIDTH, BASE, BASE));
    legend(svg, chart);
    return svg.append("</svg>").toString();
  }

  private record Place(double x, double width, int highest) {

    double middle() {
      return x + width / 2;
    }
  }

  private static void column(StringBuilder svg, Paper.Chart chart, int category, Place place) {
    double y = BASE;
    for (int s = 0; s < chart.series().size(); s++) {
      int value = chart.series().get(s).values().get(category);
      double height = (double) value / place.highest() * (BASE - TOP);
      y -= height;
      if (value > 0) {
        svg.append(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>"
                .formatted(place.x(), y, place.width(), height, ChartColours.css(s)));
      }
    }
    text(svg, place.middle(), y - 5, String.valueOf(sum(chart, category)));
    String name = chart.categories().get(category);
    int half = Math.min(name.length(), LABEL_CHARACTERS);
    text(svg, place.middle(), BASE + 15, name.substring(0, half));
    if (name.length() > half) {
      String rest = name.substring(half);
      text(
          svg,
          place.middle(),
          BASE + 29,
          rest.length() > LABEL_CHARACTERS ? rest.substring(0, LABEL_CHARACTERS - 1) + "…" : rest);
    }
  }

  private static void legend(StringBuilder svg, Paper.Chart chart) {
    int x = 60;
    for (int s = 0; s < chart.series().size(); s++) {
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>"
              .formatted(x, HEIGHT - 18, ChartColours.css(s)));
      svg.append(
          "<text x=\"%d\" y=\"%d\">%s</text>"
              .formatted(x + 15, HEIGHT - 9, HtmlPaper.escaped(chart.series().get(s).name())));
      x += 108;
    }
  }

  private static void text(StringBuilder svg, double x, double y, String text) {
    svg.append(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>"
            .formatted(x, y, HtmlPaper.escaped(text)));
  }

  private static int sum(Paper.Chart chart, int category) {
    return chart.series().stream().mapToInt(s -> s.values().get(category)).sum();
  }
}
