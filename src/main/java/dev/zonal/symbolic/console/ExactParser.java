package dev.zonal.symbolic.console;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.parser.ExprParser;
import org.matheclipse.core.parser.ExprParserFactory;
import org.matheclipse.parser.client.ParserConfig;
import org.matheclipse.parser.client.SyntaxError;

/**
 * Reads an expression without inexact numbers: a decimal, with or without an exponent ({@code
 * 1.5e-3}, {@code 1.5*^-3}), is the rational number that it spells, and N is {@link Numeric}.
 */
final class ExactParser extends ExprParser {
  /** A mark of precision ({@code 1.5`20}) has nothing to say about an exact number. */
  private static final Pattern DECIMAL =
      Pattern.compile(
          "((?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:``?[0-9]*(?:\\.[0-9]+)?)?"
              + "(?:(?:[eE]|\\*\\^)([+-]?[0-9]+))?");

  private static final Pattern CLOSED_PARTS =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|\\(\\*(?s:.*?)\\*\\)", Pattern.DOTALL);

  private static final int LARGEST_EXPONENT = 100_000;

  private ExactParser(EvalEngine engine) {
    super(
        engine,
        ExprParserFactory.RELAXED_STYLE_FACTORY,
        engine.isRelaxedSyntax(),
        false,
        ParserConfig.EXPLICIT_TIMES_OPERATOR);
  }

  /**
   * The expression, not evaluated.
   *
   * @throws SyntaxError if it is none
   */
  static IExpr parse(String text, EvalEngine engine) {
    ExactParser parser = new ExactParser(engine);
    IExpr parsed = parser.parse(text);
    if (hasOpenQuotation(text)) {
      parser.throwSyntaxError("a text that begins with \" does not end with one");
    }
    return parsed;
  }

  /** Symja closes a quotation silently at the end of the line. */
  private static boolean hasOpenQuotation(String text) {
    Matcher closed = CLOSED_PARTS.matcher(text);
    return closed.replaceAll("").contains("\"");
  }

  /** Digits, and the power of ten that they are to be multiplied with. */
  @Override
  protected Object[] getNumberString() {
    int start = fCurrentPosition - 1;
    Matcher decimal = DECIMAL.matcher(new String(fInputString, start, fInputString.length - start));
    if (!decimal.lookingAt() || isInteger(decimal) || isBase(start + decimal.end())) {
      return super.getNumberString();
    }
    fCurrentPosition = start + decimal.end();
    fCurrentChar = fCurrentPosition < fInputString.length ? fInputString[fCurrentPosition] : ' ';
    String exponent = decimal.group(2) == null ? "0" : decimal.group(2);
    if (exponent.length() > 7 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT) {
      throwSyntaxError("the exponent " + exponent + " is too large");
    }
    BigDecimal value =
        new BigDecimal(decimal.group(1)).scaleByPowerOfTen(Integer.parseInt(exponent));
    return value.scale() <= 0
        ? new Object[] {value.toBigInteger().toString(), 10, "1"}
        : new Object[] {value.unscaledValue().toString(), 10, "-" + value.scale()};
  }

  private static boolean isInteger(Matcher decimal) {
    return decimal.group(0).chars().allMatch(Character::isDigit);
  }

  /** {@code 16^^ff} is in base 16. */
  private boolean isBase(int end) {
    return end < fInputString.length
        && fInputString[end] == '^'
        && fInputString[end - 1] != '.'
        && end + 1 < fInputString.length
        && fInputString[end + 1] == '^';
  }

  @Override
  protected IExpr convertSymbolOnInput(String name, String context, boolean convertOnSymbol) {
    IExpr symbol = super.convertSymbolOnInput(name, context, convertOnSymbol);
    return symbol == S.N ? Numeric.N : symbol;
  }
}
