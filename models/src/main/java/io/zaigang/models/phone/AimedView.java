package io.zaigang.models.phone;

/**
 * One crop of the second look and who looks at it.
 *
 * @param aim what it shows
 * @param size its side: for hands and face in {@linkplain BodyScale body scales}, for the body in
 *     sides of the person's own square
 * @param eye which detector looks
 */
public record AimedView(Aim aim, double size, Eye eye) {

  public AimedView {
    if (!(size > 0 && size <= 3)) {
      throw new IllegalArgumentException(
          "A view's size is over 0 and at most 3 times the body, not " + size);
    }
  }
}
