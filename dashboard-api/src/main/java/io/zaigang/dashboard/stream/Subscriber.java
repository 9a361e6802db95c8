package io.zaigang.dashboard.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One desk on the stream. Writing never blocks: what the connection does not take yet waits in a
 * bounded queue, and a desk for which it overflows is cut off. It comes back and resumes.
 */
final class Subscriber implements WriteListener, AsyncListener {

  private final UUID sessionId;
  private final long after;
  private final AsyncContext context;
  private final ServletOutputStream output;
  private final int mostWaiting;
  private final Consumer<Subscriber> whenGone;

  // all below is guarded by this: the feed's thread and the container's both write
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private boolean started;
  private boolean unflushed;
  private boolean closed;

  /**
   * @param after the last change this desk knows; negative where it knows none
   * @param whenGone told once, when the connection is over for whatever reason
   */
  Subscriber(
      UUID sessionId,
      long after,
      AsyncContext context,
      ServletOutputStream output,
      int mostWaiting,
      Consumer<Subscriber> whenGone) {
    this.sessionId = sessionId;
    this.after = after;
    this.context = context;
    this.output = output;
    this.mostWaiting = mostWaiting;
    this.whenGone = whenGone;
  }

  /** The sign-in this stream lives on. */
  UUID sessionId() {
    return sessionId;
  }

  /** The last change this desk knew when it came; negative for none. */
  long after() {
    return after;
  }

  /** Sends now or as soon as the connection takes it. */
  synchronized void send(byte[] text) {
    if (closed) {
      return;
    }
    if (waiting.size() >= mostWaiting) {
      close();
      return;
    }
    waiting.add(text);
    drain();
  }

  @Override
  public synchronized void onWritePossible() {
    started = true;
    drain();
  }

  /** Ends the stream; the desk may come back. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      waiting.clear();
      whenGone.accept(this);
      context.complete();
    }
  }

  private void drain() {
    if (!started || closed) {
      return;
    }
    try {
      while (output.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          output.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          output.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException gone) {
      close();
    }
  }

  @Override
  public void onError(Throwable gone) {
    close();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    forget();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // nothing restarts a stream
  }

  private synchronized void forget() {
    if (!closed) {
      closed = true;
      waiting.clear();
      whenGone.accept(this);
    }
  }
}
