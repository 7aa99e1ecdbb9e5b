using System.Numerics;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The discrete Fourier transform of a fixed number of complex numbers, a power of 2. Spectra are in the order of reversed bits, which
/// saves bringing them into another one where they are only multiplied by each other.
/// </summary>
internal sealed class FourierTransform
{
    // The factors of a stage with h butterflies side by side lie from h to 2h.
    private readonly double[] _cos;
    private readonly double[] _sin;

    /// <param name="size">A power of 2.</param>
    public FourierTransform(int size)
    {
        (Size, _cos, _sin) = (size, new double[size], new double[size]);
        for (var half = 1; half < size; half *= 2)
        {
            for (var k = 0; k < half; k++)
            {
                (_sin[half + k], _cos[half + k]) = Math.SinCos(-Math.PI * k / half);
            }
        }
    }

    public int Size { get; }

    /// <summary>Replaces numbers by their spectrum.</summary>
    public void Forward(Span<double> re, Span<double> im)
    {
        for (var half = Size / 2; half >= 1; half /= 2)
        {
            for (var start = 0; start < Size; start += 2 * half)
            {
                Apart(
                    re.Slice(start, half), im.Slice(start, half), re.Slice(start + half, half), im.Slice(start + half, half),
                    _cos.AsSpan(half, half), _sin.AsSpan(half, half));
            }
        }
    }

    /// <summary>Replaces a spectrum by its numbers, <see cref="Size"/> times as large.</summary>
    public void Back(Span<double> re, Span<double> im)
    {
        for (var half = 1; half < Size; half *= 2)
        {
            for (var start = 0; start < Size; start += 2 * half)
            {
                Together(
                    re.Slice(start, half), im.Slice(start, half), re.Slice(start + half, half), im.Slice(start + half, half),
                    _cos.AsSpan(half, half), _sin.AsSpan(half, half));
            }
        }
    }

    // (a, b) becomes (a + b, (a - b) w).
    private static void Apart(
        Span<double> re, Span<double> im, Span<double> otherRe, Span<double> otherIm, ReadOnlySpan<double> cos, ReadOnlySpan<double> sin)
    {
        var (width, k) = (Vector<double>.Count, 0);
        for (; k <= re.Length - width; k += width)
        {
            var (aRe, aIm) = (new Vector<double>(re[k..]), new Vector<double>(im[k..]));
            var (bRe, bIm) = (new Vector<double>(otherRe[k..]), new Vector<double>(otherIm[k..]));
            var (c, s) = (new Vector<double>(cos[k..]), new Vector<double>(sin[k..]));
            (aRe + bRe).CopyTo(re[k..]);
            (aIm + bIm).CopyTo(im[k..]);
            var (dRe, dIm) = (aRe - bRe, aIm - bIm);
            ((dRe * c) - (dIm * s)).CopyTo(otherRe[k..]);
            ((dRe * s) + (dIm * c)).CopyTo(otherIm[k..]);
        }

        for (; k < re.Length; k++)
        {
            var (dRe, dIm) = (re[k] - otherRe[k], im[k] - otherIm[k]);
            (re[k], im[k]) = (re[k] + otherRe[k], im[k] + otherIm[k]);
            (otherRe[k], otherIm[k]) = ((dRe * cos[k]) - (dIm * sin[k]), (dRe * sin[k]) + (dIm * cos[k]));
        }
    }

    // (a, b) becomes (a + b / w, a - b / w).
    private static void Together(
        Span<double> re, Span<double> im, Span<double> otherRe, Span<double> otherIm, ReadOnlySpan<double> cos, ReadOnlySpan<double> sin)
    {
        var (width, k) = (Vector<double>.Count, 0);
        for (; k <= re.Length - width; k += width)
        {
            var (aRe, aIm) = (new Vector<double>(re[k..]), new Vector<double>(im[k..]));
            var (bRe, bIm) = (new Vector<double>(otherRe[k..]), new Vector<double>(otherIm[k..]));
            var (c, s) = (new Vector<double>(cos[k..]), new Vector<double>(sin[k..]));
            var (dRe, dIm) = ((bRe * c) + (bIm * s), (bIm * c) - (bRe * s));
            (aRe + dRe).CopyTo(re[k..]);
            (aIm + dIm).CopyTo(im[k..]);
            (aRe - dRe).CopyTo(otherRe[k..]);
            (aIm - dIm).CopyTo(otherIm[k..]);
        }

        for (; k < re.Length; k++)
        {
            var (dRe, dIm) = ((otherRe[k] * cos[k]) + (otherIm[k] * sin[k]), (otherIm[k] * cos[k]) - (otherRe[k] * sin[k]));
            (re[k], im[k], otherRe[k], otherIm[k]) = (re[k] + dRe, im[k] + dIm, re[k] - dRe, im[k] - dIm);
        }
    }
}
