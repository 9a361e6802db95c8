package io.zaigang.ingest.rendition;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a font for Chinese text on whatever machine this runs. Java's own SansSerif knows a Chinese
 * font only where fontconfig is set up for it, which a server's is not; so font files are looked
 * for where distributions put them. Without any, characters that cannot be drawn become squares,
 * and {@link #drawsChinese} says so.
 */
public final class OverlayFont {

  private static final String SAMPLE = "政务服务中心窗口岗镇";

  /** Names of font files with simplified Chinese, in order of preference. */
  private static final List<String> KNOWN =
      List.of(
          "NotoSansCJK-Regular.ttc",
          "NotoSansCJKsc-Regular.otf",
          "NotoSansSC-Regular.otf",
          "SourceHanSansSC-Regular.otf",
          "SourceHanSansCN-Regular.otf",
          "wqy-microhei.ttc",
          "wqy-zenhei.ttc",
          "DroidSansFallbackFull.ttf",
          "DroidSansFallback.ttf",
          "uming.ttc",
          "ukai.ttc");

  /** A collection holds one font for each country; they differ in how they draw characters. */
  private static final Pattern SIMPLIFIED = Pattern.compile("\\b(SC|CN)\\b");

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of(System.getProperty("user.home", "/root"), ".local/share/fonts"));

  private static final int DEEPEST = 5;

  private final Font font;
  private final boolean drawsChinese;

  private OverlayFont(Font font) {
    this.font = font;
    this.drawsChinese = draws(font);
  }

  /** The font of this machine; {@code ZAIGANG_FONT} names a file that goes before all others. */
  public static OverlayFont find() {
    String named = System.getProperty("zaigang.font", System.getenv("ZAIGANG_FONT"));
    return new OverlayFont(find(named == null ? List.of() : List.of(Path.of(named)), FOLDERS));
  }

  static OverlayFont find(List<Path> folders) {
    return new OverlayFont(find(List.of(), folders));
  }

  private static Font find(List<Path> first, List<Path> folders) {
    List<Path> files = new ArrayList<>(first);
    files.addAll(known(folders));
    for (Path file : files) {
      try {
        Optional<Font> best =
            Arrays.stream(Font.createFonts(file.toFile()))
                .filter(OverlayFont::draws)
                .min(Comparator.comparing(font -> !SIMPLIFIED.matcher(font.getFontName()).find()));
        if (best.isPresent()) {
          return best.get();
        }
      } catch (FontFormatException | IOException unusable) {
        continue;
      }
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 1);
  }

  private static List<Path> known(List<Path> folders) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files =
            Files.find(folder, DEEPEST, (file, is) -> KNOWN.contains(name(file)))) {
          files.forEach(found::add);
        } catch (IOException unreadable) {
          continue;
        }
      }
    }
    found.sort((a, b) -> Integer.compare(KNOWN.indexOf(name(a)), KNOWN.indexOf(name(b))));
    return found;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean draws(Font font) {
    return font.canDisplayUpTo(SAMPLE) < 0;
  }

  /** False where the machine has no font with Chinese characters. */
  public boolean drawsChinese() {
    return drawsChinese;
  }

  /** For the manifest. */
  public String name() {
    return font.getFontName();
  }

  Font ofSize(float px) {
    return font.deriveFont(px);
  }
}
