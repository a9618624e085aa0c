package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lists, separated by commas, of what experiments go through. */
final class NumberLists {
  private static final int MOST_DIGITS = 1000;

  private NumberLists() {}

  private static <T> List<T> read(String list, ITypeConverter<T> element) {
    return Arrays.stream(list.split(",", -1)).map(text -> convert(text.strip(), element)).toList();
  }

  private static <T> T convert(String text, ITypeConverter<T> element) {
    try {
      return element.convert(text);
    } catch (TypeConversionException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Rational number(String text) {
    try {
      return NumberSyntax.rational(text, text, MOST_DIGITS);
    } catch (KernelSpecificationException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Two vectors of one dimension, with a colon between them. */
  static final class VectorPair implements ITypeConverter<List<List<Rational>>> {
    @Override
    public List<List<Rational>> convert(String text) {
      List<List<Rational>> vectors =
          Arrays.stream(text.split(":", -1)).map(v -> read(v, NumberLists::number)).toList();
      if (vectors.size() != 2 || vectors.get(0).size() != vectors.get(1).size()) {
        throw new TypeConversionException(
            Quotation.of(text)
                + " is not allowed, allowed are two vectors of one dimension, such as 1,2:3,-1/2");
      }
      return vectors;
    }
  }

  /** Positive numbers, exactly. */
  static final class Positive implements ITypeConverter<List<Rational>> {
    @Override
    public List<Rational> convert(String list) {
      return read(list, Positive::positive);
    }

    private static Rational positive(String text) {
      Rational number = number(text);
      double nearest = number.doubleValue();
      if (number.signum() <= 0 || nearest == 0 || Double.isInfinite(nearest)) {
        throw new TypeConversionException(
            Quotation.of(text) + " is not allowed, allowed are positive numbers, such as 1/10");
      }
      return number;
    }
  }

  /** Numbers of features. */
  static final class Sizes implements ITypeConverter<List<Integer>> {
    @Override
    public List<Integer> convert(String list) {
      return read(list, new PlanOptions.Size());
    }
  }

  /** Numbers of points. */
  static final class Counts implements ITypeConverter<List<Integer>> {
    /** One of them. */
    static final class Count extends WholeNumber {
      Count() {
        super(2, 20_000);
      }
    }

    @Override
    public List<Integer> convert(String list) {
      return read(list, new Count());
    }
  }

  /** Ways to features. */
  static final class Methods implements ITypeConverter<List<FeatureMethod>> {
    @Override
    public List<FeatureMethod> convert(String list) {
      List<FeatureMethod> methods = read(list, new Choice<>(FeatureMethod.class));
      if (methods.stream().distinct().count() < methods.size()) {
        throw new TypeConversionException("a method is there twice: " + Quotation.of(list));
      }
      return methods;
    }
  }
}
