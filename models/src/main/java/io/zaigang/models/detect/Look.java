package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;

/**
 * One inference to be made.
 *
 * @param region the part of the picture to look at: whole pixels inside it, not empty
 */
record Look(BgrPicture picture, Box region) {}
