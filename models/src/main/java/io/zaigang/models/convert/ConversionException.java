package io.zaigang.models.convert;

/** A graph model cannot be converted, or what came out is not what is expected. */
public final class ConversionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ConversionException(String message) {
    super(message);
  }

  ConversionException(String message, Throwable cause) {
    super(message, cause);
  }
}
