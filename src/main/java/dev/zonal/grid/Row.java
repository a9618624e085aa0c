package dev.zonal.grid;

import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.Optional;

/**
 * A key and its number.
 *
 * @param method how an eigenvalue was obtained
 */
public record Row<K extends Key>(K key, CertifiedNumber number, Optional<Method> method) {}
