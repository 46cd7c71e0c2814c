//! Values of a part of the program that code outside that part passes on, without needing any of theirs.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value of type `T`, which only code that knows `T` can look at.
pub struct Opaque<T>(Rc<dyn Any>, PhantomData<T>);

impl<T: Clone + 'static> Opaque<T> {
    /// The value.
    pub fn open(self) -> Option<T> {
        self.0.downcast().ok().map(Rc::unwrap_or_clone)
    }
}

impl<T: 'static> Opaque<T> {
    /// The value, to look at.
    pub fn get(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl<T: 'static> From<T> for Opaque<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value), PhantomData)
    }
}

impl<T> Clone for Opaque<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0), PhantomData)
    }
}

impl<T: PartialEq + 'static> PartialEq for Opaque<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.downcast_ref::<T>() == other.0.downcast_ref()
    }
}

impl<T: Eq + 'static> Eq for Opaque<T> {}

impl<T: fmt::Debug + 'static> fmt::Debug for Opaque<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.downcast_ref::<T>().fmt(formatter)
    }
}
