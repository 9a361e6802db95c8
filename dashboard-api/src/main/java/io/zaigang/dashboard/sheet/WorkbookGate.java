package io.zaigang.dashboard.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through an Excel file before it is read: how much it unpacks to, whether it holds macros or
 * merged cells. Unpacks piece by piece and keeps nothing, so a zip bomb costs no memory.
 */
final class WorkbookGate {

  /** A list of 100,000 rows unpacks to some 40 MB. */
  private static final long MOST_UNPACKED = 128L << 20;

  /** The texts of a workbook are held in memory while it is read. */
  private static final long MOST_TEXTS = 24L << 20;

  private static final int MOST_PARTS = 500;

  /** What Excel itself allows in a cell, with room for markup. */
  private static final int LONGEST_TEXT = 40_000;

  private static final int MOST_NAMED_MERGES = 5;

  private final XMLInputFactory xml;

  WorkbookGate() {
    xml = XMLInputFactory.newFactory();
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  void check(byte[] file) throws UnusableFile {
    long unpacked = 0;
    int parts = 0;
    List<String> merged = new ArrayList<>();
    try (ZipFile zip = zip(file)) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (++parts > MOST_PARTS) {
          throw new UnusableFile(ProblemCode.TOO_LARGE_UNPACKED, MOST_PARTS + " parts");
        }
        if (name.endsWith("vbaproject.bin")) {
          throw new UnusableFile(ProblemCode.HAS_MACROS, "");
        }
        long limit = name.endsWith("sharedstrings.xml") ? MOST_TEXTS : MOST_UNPACKED - unpacked;
        try (InputStream content = zip.getInputStream(part)) {
          unpacked += look(name, new Counted(content, limit), merged);
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new UnusableFile(
          causedByTooMuch(e) ? ProblemCode.TOO_LARGE_UNPACKED : ProblemCode.BROKEN_FILE,
          causedByTooMuch(e) ? (MOST_UNPACKED >> 20) + " MB" : "");
    }
    if (!merged.isEmpty()) {
      throw new UnusableFile(ProblemCode.MERGED_CELLS, String.join(", ", merged));
    }
  }

  /** By its directory, as the reader does: some writers leave the sizes in front of parts empty. */
  private static ZipFile zip(byte[] file) throws IOException {
    return ZipFile.builder().setByteArray(file).get();
  }

  /** XML readers wrap what a stream throws, also in unchecked exceptions. */
  private static boolean causedByTooMuch(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooMuch) {
        return true;
      }
    }
    return false;
  }

  private long look(String name, Counted part, List<String> merged)
      throws IOException, XMLStreamException {
    if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
      walk(part, merged);
    }
    part.transferTo(OutputStream.nullOutputStream());
    return part.count;
  }

  private void walk(Counted part, List<String> merged) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(part);
    int text = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text += reader.getTextLength();
        if (text > LONGEST_TEXT) {
          throw new XMLStreamException("A cell holds more text than Excel allows");
        }
      } else {
        text = 0;
      }
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("A worksheet has no document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("mergeCell")
          && merged.size() < MOST_NAMED_MERGES) {
        merged.add(String.valueOf(reader.getAttributeValue(null, "ref")));
      }
    }
  }

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what is read, up to a limit. */
  private static final class Counted extends FilterInputStream {
    private final long limit;
    private long count;

    Counted(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) throws TooMuch {
      count += bytes;
      if (count > limit) {
        throw new TooMuch();
      }
    }
  }
}
