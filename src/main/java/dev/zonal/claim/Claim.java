package dev.zonal.claim;

import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Optional;

/**
 * Somebody's number.
 *
 * @param line of the file that it ends in, from 1
 * @param reference where it is claimed, in the words of whoever wrote the file
 */
public record Claim(
    int line, Subject subject, Scale scale, ClaimedNumber number, Optional<String> reference) {}
