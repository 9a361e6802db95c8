package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** FFmpeg's calling conventions: return codes, option dictionaries, silence. */
final class Av {

  private static final int ERROR_TEXT_BYTES = 256;

  static {
    // JavaCPP would otherwise count the process's whole memory (models, Flink) against the heap
    // limit and fail allocations for it; everything allocated here is freed by hand.
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }
    // FFmpeg writes to the process's stderr, addresses included; what matters comes back as codes.
    av_log_set_level(AV_LOG_QUIET);
  }

  private Av() {}

  /** Loads FFmpeg and silences it; call before anything else of FFmpeg. */
  static void load() {}

  /** Returns a result that is not negative, and throws for one that is. */
  static int check(int result, String what) throws AvException {
    if (result < 0) {
      throw new AvException(what, result);
    }
    return result;
  }

  static String text(int code) {
    byte[] text = new byte[ERROR_TEXT_BYTES];
    av_strerror(code, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  /** A dictionary of options; the caller frees it with {@link #free}. */
  static AVDictionary options(Map<String, String> options) {
    AVDictionary dictionary = new AVDictionary(null);
    options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
    return dictionary;
  }

  static void free(AVDictionary dictionary) {
    av_dict_free(dictionary);
    dictionary.close();
  }
}
