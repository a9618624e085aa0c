package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.spectrum.CertifiedValue;
import java.util.OptionalDouble;

/**
 * One number of a regression.
 *
 * @param target which column of the targets, from 1
 * @param index of the point, from 1; 0 for what is about all of them
 * @param inDoubles what plain doubles make of a coefficient or prediction, if they get to one
 */
public record RegressionRow(
    Quantity quantity,
    int target,
    int index,
    Certification<CertifiedValue> value,
    OptionalDouble inDoubles) {}
