package io.zaigang.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/** Refuses bodies that are larger than any honest one, announced or not. */
final class BodyLimitFilter extends OncePerRequestFilter {

  private static final long SERVICE_BYTES = 8L << 20;
  private static final long PERSON_BYTES = 2L << 20;

  /** A list of 100,000 punches is some 4 MB. */
  private static final long IMPORT_BYTES = 16L << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limitOf(request.getRequestURI());
    if (request.getContentLengthLong() > limit) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      chain.doFilter(new Limited(request, limit), response);
    }
  }

  private static long limitOf(String path) {
    if (path.startsWith("/api/imports/")) {
      return IMPORT_BYTES;
    }
    return path.startsWith("/internal/") ? SERVICE_BYTES : PERSON_BYTES;
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream stream;
    private long left;

    LimitedStream(ServletInputStream stream, long limit) {
      this.stream = stream;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = stream.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = stream.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
