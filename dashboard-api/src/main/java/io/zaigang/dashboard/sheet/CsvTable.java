package io.zaigang.dashboard.sheet;

import io.zaigang.dashboard.sheet.RawCell.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma- or tab-separated text, in UTF-8 or in the GB 18030 that Chinese Excel saves. */
final class CsvTable implements TableReader {

  private static final Charset CHINESE_EXCEL = Charset.forName("GB18030");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Override
  public void read(byte[] file, Consumer<RawRow> rows) throws UnusableFile {
    String text = text(file);
    String firstLine = text.lines().findFirst().orElse("");
    char delimiter = firstLine.indexOf('\t') >= 0 ? '\t' : ',';
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int read = 0;
      int number = 0;
      for (CSVRecord line : parser) {
        RawRow row = raw(++number, line);
        if (!row.isEmpty()) {
          if (++read > MOST_ROWS + 1) {
            throw new UnusableFile(ProblemCode.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
          }
          rows.accept(row);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableFile(ProblemCode.BROKEN_FILE, "");
    }
  }

  private static RawRow raw(int number, CSVRecord line) {
    List<RawCell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(line.size(), MOST_COLUMNS); i++) {
      RawCell cell = RawCell.text(line.get(i));
      cells.add(cell.text().startsWith("=") ? new RawCell(cell.text(), Kind.FORMULA, null) : cell);
    }
    return new RawRow(number, cells);
  }

  private static String text(byte[] file) throws UnusableFile {
    String text;
    try {
      text = decoded(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      try {
        text = decoded(file, CHINESE_EXCEL);
      } catch (CharacterCodingException e) {
        throw new UnusableFile(ProblemCode.NOT_A_TABLE, "");
      }
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnusableFile(ProblemCode.NOT_A_TABLE, "");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
    CharBuffer characters =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(file));
    return characters.toString();
  }
}
