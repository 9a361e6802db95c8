package io.zaigang.models.imaging;

/** Order of the colours in a network's input. */
public enum ChannelOrder {
  BGR,
  RGB
}
